/** The message rater: which criteria a text meets, with the words that prove it. */
package dev.muster.rating;
