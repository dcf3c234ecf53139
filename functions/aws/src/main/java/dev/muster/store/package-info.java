/** Items and keys: the one table, and one method for each atomic change to it. */
package dev.muster.store;
