package dev.muster.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The style sheets and scripts of the pages. Each is served under an address that names its content, so that a browser
 * keeps it for good and never shows a page with the style of another version.
 */
final class Assets {

    /** The script library that swaps parts of a page; from its WebJar, as it was published. */
    static final String HTMX = "htmx.min.js";

    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final List<String> OURS = List.of(
            "icon.svg",
            "page.css",
            "scenario.css",
            "responder.css",
            "console.css",
            "muster.js",
            "console.js",
            "responder.js");
    private static final Map<String, Asset> ALL = all();

    private Assets() {}

    private record Asset(String name, String hash, String text) {

        static Asset of(String name, String text) {
            return new Asset(name, digest(text), text);
        }

        String mediaType() {
            return switch (name.substring(name.lastIndexOf('.'))) {
                case ".css" -> "text/css; charset=utf-8";
                case ".svg" -> "image/svg+xml";
                default -> "text/javascript; charset=utf-8";
            };
        }
    }

    static List<Route> routes() {
        return List.of(Route.open("GET", "/assets/{hash}/{file}", "readAsset", Assets::answer));
    }

    /** Where a page finds it, relative to the API's root. */
    static String address(String name) {
        return "assets/%s/%s"
                .formatted(Objects.requireNonNull(ALL.get(name), name).hash(), name);
    }

    private static Response answer(Route.Call call) {
        var asset = ALL.get(call.request().parameter("file"));
        if (asset == null || !asset.hash().equals(call.request().parameter("hash"))) {
            throw Problem.notFound();
        }
        return Response.asset(asset.mediaType(), asset.text());
    }

    private static Map<String, Asset> all() {
        var assets = OURS.stream()
                .map(name -> Asset.of(name, Pages.resource(name)))
                .collect(Collectors.toMap(Asset::name, Function.identity()));
        assets.put(HTMX, Asset.of(HTMX, webjar("htmx.org", "dist/" + HTMX)));
        return Map.copyOf(assets);
    }

    private static String webjar(String library, String file) {
        return text(WEBJARS + library + "/" + version(library) + "/" + file);
    }

    /** As the jar itself says. */
    private static String version(String library) {
        return text("/META-INF/maven/org.webjars.npm/" + library + "/pom.properties")
                .lines()
                .filter(line -> line.startsWith("version="))
                .map(line -> line.substring("version=".length()))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String resource) {
        try (var in = Objects.requireNonNull(Assets.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
