/** Routes, pages, JSON API, sign-in. */
package dev.muster.web;
