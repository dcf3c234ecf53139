/** The clients of AWS's services, and what is made of them, from the environment of a function. */
package dev.muster.cloud;
