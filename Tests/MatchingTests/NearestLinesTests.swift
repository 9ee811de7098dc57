import Matching
import Testing

@Suite struct NearestLinesTests {
  private let text = "[server]\n# the port\nlisten = 0.0.0.0\nport = 9090\nsecret = x\nprot = 1\n"

  @Test func `Shows the lines that a missing pattern was meant for`() throws {
    let result = try Reading("{have-patterns: [\"port = 8080\"]}").matcher.result(for: .text(text))
    #expect(result.evidence.prefix(2) == ["nearest to `port = 8080`:", "  4 | port = 9090"])
  }

  @Test func `Looks for the letters of an expression`() throws {
    let result = try Reading(#"{have-patterns: ['/^Port\s*=\s*80\d+$/']}"#).matcher.result(for: .text(text))
    #expect(result.evidence.contains("  4 | port = 9090"))
  }

  @Test func `Shows the lines that an inverse pattern forbids`() throws {
    let result = try Reading("{have-patterns: [\"!port\"]}").matcher.result(for: .text(text))
    #expect(
      result.evidence == ["lines with `port`, which none may have:", "  2 | # the port", "  4 | port = 9090"])
  }

  @Test func `Says so when nothing is near, or nothing is there`() throws {
    let matcher = try Reading("{have-patterns: [\"zzyzx\"]}").matcher
    #expect(matcher.result(for: .text(text)).evidence == ["no line is similar to `zzyzx`; there are 6"])
    #expect(matcher.result(for: .text("a\nb\n")).evidence == ["the whole text:", "  1 | a", "  2 | b"])
    #expect(matcher.result(for: .text("")).evidence == ["the text is empty"])
  }

  @Test func `Shows the first line that differs`() throws {
    let matcher = try Reading("{and: [\"a\\nb\\nc\\n\"]}").matcher
    #expect(matcher.result(for: .text("a\nx\nc\n")).evidence == ["line 2 differs:", "  - b", "  + x"])
    let short = try Reading("\"v1.2.3\"").matcher.result(for: .text("v1.2.3\n"))
    #expect(short.evidence == ["the actual text ends with a line break, the expected one does not"])
  }

  @Test func `Cuts long lines and marks what is not text`() throws {
    let long = "port = " + String(repeating: "9", count: 10_000) + "\u{1}\n"
    let result = try Reading("{have-patterns: [\"port = 8\"]}").matcher.result(for: .text(long))
    #expect(result.evidence.count == 2)
    #expect(result.evidence[1].utf8.count < 200)
  }
}
