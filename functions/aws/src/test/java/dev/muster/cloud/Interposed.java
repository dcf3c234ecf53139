package dev.muster.cloud;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/** Stands between a client and its service: writes down what is sent, and spoils calls as a test tells it. */
final class Interposed implements SdkHttpClient {

    /** What happens to a call instead of its going through. */
    interface Mishap {
        HttpExecuteResponse befall(Callable<HttpExecuteResponse> call) throws IOException;
    }

    private final SdkHttpClient line;
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();
    private final Deque<Mishap> mishaps = new ArrayDeque<>();

    Interposed(SdkHttpClient line) {
        this.line = line;
    }

    /** The bodies of all calls so far. */
    List<String> sent() {
        return List.copyOf(sent);
    }

    /** Forgets what was sent; the next calls go wrong so. */
    void next(int times, Mishap mishap) {
        sent.clear();
        mishaps.addAll(Collections.nCopies(times, mishap));
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var body = body(request);
        var call = line.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                sent.add(body);
                var mishap = mishaps.poll();
                return mishap == null ? call.call() : mishap.befall(call);
            }

            @Override
            public void abort() {
                call.abort();
            }
        };
    }

    @Override
    public void close() {
        line.close();
    }

    /** The service refuses the call with an error of this name. */
    static Mishap refused(String error, String more) {
        var body = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\"%s}".formatted(error, more);
        return call -> HttpExecuteResponse.builder()
                .response(SdkHttpFullResponse.builder().statusCode(400).build())
                .responseBody(
                        AbortableInputStream.create(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    /** The call takes effect, but its answer is lost. */
    static Mishap answerLost() {
        return call -> {
            try (InputStream answer = call.call().responseBody().orElseThrow()) {
                answer.readAllBytes();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            throw new SocketTimeoutException("Read timed out");
        };
    }

    private static String body(HttpExecuteRequest request) {
        try (var body = request.contentStreamProvider().orElseThrow().newStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
