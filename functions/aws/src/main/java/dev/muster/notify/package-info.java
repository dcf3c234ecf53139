/** Topics and attributes: tells people, one message for each recipient. */
package dev.muster.notify;
