package dev.muster.live;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.muster.web.Door;
import java.util.Map;

/** What leaders do: read released scorecards and readiness, set and lift the hold. */
public final class LeaderFunction implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Door door;

    public LeaderFunction() {
        this(Wiring.ofThisProcess());
    }

    public LeaderFunction(Map<String, String> environment) {
        this(new Wiring(environment).doorForLeaders());
    }

    LeaderFunction(Door door) {
        this.door = door;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return door.answer(event);
    }
}
