/** Marks files as an exercise, and looks whether they are. With what it takes, it never ships to Lambda. */
package dev.muster.marking;
