package dev.muster.web;

/** The API's description, written by hand; a test holds it against the routes. */
final class OpenApi {

    private static final Response DOCUMENT =
            Response.json(200, Pages.resource("openapi.json")).with("cache-control", "public, max-age=300");

    private OpenApi() {}

    static Response document() {
        return DOCUMENT;
    }
}
