/** What people see, in a real browser. */
package dev.muster.browser;
