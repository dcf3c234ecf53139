package dev.muster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Resolver.Physical NAMES = new LocalResources(name -> "http://queues/" + name, "http://api");

    @Test
    void functionsOfCloudFormationAreResolvedInBothSpellings() {
        var template = Template.parse("t.yaml", """
                Parameters:
                  Stage: {Type: String, Default: live}
                Conditions:
                  IsLive: !Equals [!Ref Stage, live]
                Resources:
                  Jobs: {Type: AWS::SQS::Queue}
                Probe:
                  ref: !Ref Jobs
                  long: {Ref: Jobs}
                  arn: !GetAtt Jobs.Arn
                  longArn: {"Fn::GetAtt": [Jobs, Arn]}
                  sub: !Sub "${Stage}-${Jobs.QueueName}-${!Literal}"
                  join: !Join ["/", [a, !Ref Stage]]
                  either: !If [IsLive, yes, no]
                  none: !If [IsLive, !Ref "AWS::NoValue", no]
                """);
        var resolver = new Resolver(template, NAMES, Map.of());

        assertThat(resolver.evaluate(template.section("Probe").orElseThrow()))
                .isEqualTo(Map.of(
                        "ref", "http://queues/muster-Jobs",
                        "long", "http://queues/muster-Jobs",
                        "arn", "arn:aws:sqs:eu-central-1:000000000000:muster-Jobs",
                        "longArn", "arn:aws:sqs:eu-central-1:000000000000:muster-Jobs",
                        "sub", "live-muster-Jobs-${Literal}",
                        "join", "a/live",
                        "either", "yes"));
    }

    @Test
    void aParameterThatIsGivenWinsOverItsDefault() {
        var template = Template.parse("t.yaml", """
                Parameters:
                  Stage: {Type: String, Default: live}
                Resources: {}
                Probe: !Ref Stage
                """);

        var resolver = new Resolver(template, NAMES, Map.of("Stage", "test"));

        assertThat(resolver.text(template.section("Probe").orElseThrow())).isEqualTo("test");
    }

    @Test
    void aReferenceToNothingIsReportedWhereItStands() {
        assertThatThrownBy(() -> read("""
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      Environment:
                        Variables:
                          MUSTER_TABLE: !Ref Tabel
                """))
                .isInstanceOf(TemplateException.class)
                .hasMessage("t.yaml:8:25: no resource or parameter is named Tabel");
    }

    @Test
    void anAttributeThatAResourceLacksIsReportedWhereItStands() {
        assertThatThrownBy(() -> read("""
                Resources:
                  T: {Type: AWS::SNS::Topic}
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      Environment: {Variables: {X: !GetAtt T.Size}}
                """))
                .hasMessageStartingWith("t.yaml:7:36: the local cloud has no attribute Size for T");
    }

    @Test
    void aRouteOfAnUnknownApiIsReportedWhereItStands() {
        assertThatThrownBy(() -> read("""
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      Events:
                        Get: {Type: HttpApi, Properties: {ApiId: !Ref Apo, Method: GET, Path: /x}}
                """)).hasMessage("t.yaml:7:50: no resource or parameter is named Apo");
    }

    @Test
    void whatTheLocalCloudCannotPlayIsRefused() {
        assertThatThrownBy(() -> read("""
                Resources:
                  K: {Type: AWS::Kinesis::Stream}
                """))
                .hasMessage("t.yaml:2:6: the local cloud cannot play a resource of type AWS::Kinesis::Stream");
        assertThatThrownBy(() -> read("""
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      Events:
                        Often: {Type: Schedule, Properties: {Schedule: cron(0 * * * ? *)}}
                """))
                .hasMessageStartingWith("t.yaml:7:56: the local cloud knows schedules like rate(1 minute)");
    }

    @Test
    void badYamlIsReportedWhereItBreaks() {
        assertThatThrownBy(() -> Template.parse("t.yaml", "Resources:\n  A: [1, 2\n"))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("t.yaml:3:1: ");
        assertThatThrownBy(() -> Template.parse("t.yaml", "Resources: {}\nResources: {}\n"))
                .hasMessage("t.yaml:2:1: the key Resources stands here twice");
    }

    @Test
    void aFunctionHasItsOwnSettingsOverTheGlobalOnes() {
        var stack = read("""
                Globals:
                  Function:
                    Timeout: 7
                    Environment: {Variables: {A: global, B: global}}
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B::go
                      Timeout: 9
                      Environment: {Variables: {B: own}}
                  G:
                    Type: AWS::Serverless::Function
                    Properties: {Handler: a.C}
                """);

        var own = stack.functions().get(0);
        var global = stack.functions().get(1);
        assertThat(own.timeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(own.environment()).isEqualTo(Map.of("A", "global", "B", "own"));
        assertThat(own.handlerMethod()).isEqualTo("go");
        assertThat(global.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(global.handlerMethod()).isEqualTo("handleRequest");
    }

    @Test
    void aLiteralSegmentWinsOverAParameter() {
        var literal = RoutePattern.of("GET", "/things/special");
        var parameter = RoutePattern.of("GET", "/things/{thing}");

        assertThat(literal.moreSpecificThan(parameter)).isTrue();
        assertThat(parameter.moreSpecificThan(literal)).isFalse();
        assertThat(parameter.match("GET", "/things/a%2Fb+c")).isEqualTo(Optional.of(Map.of("thing", "a/b+c")));
        assertThat(parameter.match("GET", "/things/")).isEmpty();
        assertThat(parameter.match("GET", "/things/a/b")).isEmpty();
        assertThat(parameter.match("POST", "/things/a")).isEmpty();
    }

    private static Stack read(String yaml) {
        var template = Template.parse("t.yaml", yaml);
        return Stack.of(template, new Resolver(template, NAMES, Map.of()));
    }
}
