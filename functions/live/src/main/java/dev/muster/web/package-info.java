/**
 * The doors of the API: routes and who may take them, sign-in by signed links, JSON in and out, problem details, and the
 * page behind a responder's link. What a request means is decided by the use cases of {@code dev.muster.drill}.
 */
package dev.muster.web;
