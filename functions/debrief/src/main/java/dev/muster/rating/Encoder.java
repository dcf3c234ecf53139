package dev.muster.rating;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.muster.rating.WordPieces.Piece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;

/**
 * The trained network: reads what the message answers and the message at once. On one thread and without any chance, so
 * that the same words always get the same numbers on the same machine.
 */
final class Encoder {

    /** What it was trained to take in at once, in pieces. */
    static final int MOST_CONTEXT = 64;

    static final int MOST_TEXT = 300;

    private final WordPieces pieces;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    private Encoder(WordPieces pieces, byte[] network) throws OrtException {
        this.pieces = pieces;
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setDeterministicCompute(true);
            this.session = environment.createSession(network, options);
        }
    }

    /**
     * What the network sees, as log-odds.
     *
     * @param message of each criterion, in the order of the enumeration, that the message shows it
     * @param pieces of each piece of the text, and each criterion, that it belongs to the words which show it
     */
    record Sight(float[] message, float[][] pieces) {}

    static Encoder load(WordPieces pieces) {
        try (var in = Encoder.class.getResourceAsStream("encoder.onnx")) {
            return new Encoder(pieces, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("the rater's network cannot be loaded on this machine", e);
        }
    }

    /** @param text at most {@link #MOST_TEXT} pieces, at least one */
    Sight read(List<Piece> context, List<Piece> text) {
        var known = context.subList(0, Math.min(MOST_CONTEXT, context.size()));
        var first = known.size() + 2;
        var length = first + text.size() + 1;
        var ids = new long[length];
        var kinds = new long[length];
        ids[0] = pieces.id(WordPieces.START);
        for (var i = 0; i < known.size(); i++) {
            ids[i + 1] = known.get(i).id();
        }
        ids[first - 1] = pieces.id(WordPieces.SEPARATOR);
        for (var i = 0; i < text.size(); i++) {
            ids[first + i] = text.get(i).id();
            kinds[first + i] = 1;
        }
        ids[length - 1] = pieces.id(WordPieces.SEPARATOR);
        return run(ids, kinds, first, text.size());
    }

    private Sight run(long[] ids, long[] kinds, int first, int count) {
        long[] shape = {1, ids.length};
        try (var idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                var kindTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(kinds), shape);
                var result = session.run(Map.of("ids", idTensor, "kinds", kindTensor))) {
            var message = (float[][]) result.get(0).getValue();
            var all = (float[][][]) result.get(1).getValue();
            var own = new float[count][];
            System.arraycopy(all[0], first, own, 0, count);
            return new Sight(message[0], own);
        } catch (OrtException e) {
            throw new IllegalStateException("the rater's network failed", e);
        }
    }
}
