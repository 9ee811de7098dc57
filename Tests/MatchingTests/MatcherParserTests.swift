import Diagnostics
import Matching
import Source
import Testing

@Suite struct MatcherParserTests {
  @Test func `Finds the matcher that a misspelt name was meant to be`() throws {
    let diagnostic = try #require(Reading.diagnostics("{not: {have-prefx: a}}").first)
    #expect(diagnostic.rule == "spec/unknown-matcher")
    #expect(diagnostic.message == "`have-prefx` is no matcher")
    #expect(diagnostic.help == "did you mean `have-prefix`?")
    #expect(diagnostic.primary.range.indices == 7..<17)
    #expect(diagnostic.fixes.first?.edits.first?.text == "have-prefix")
  }

  @Test(arguments: ["[]", "{and: []}", "{contain-elements: []}", "{have-patterns: []}", "{not: []}"])
  func `Refuses what fits everything`(written: String) {
    #expect(Reading.diagnostics(written).map(\.rule) == ["spec/asserts-nothing"])
  }

  @Test func `Reports every fault of a list`() {
    #expect(Reading.diagnostics("[{gt: a}, b, {have-len: -1}]").count == 2)
  }

  @Test func `Takes lists under a not for patterns, where lines are expected`() {
    #expect(Reading.diagnostics("{not: [\"/[/\"]}", at: .lines).map(\.rule) == ["spec/bad-expression"])
    #expect(Reading.diagnostics("{not: [\"/[/\"]}").isEmpty)
  }

  @Test func `Refuses a pattern that spans lines`() {
    #expect(
      Reading.diagnostics("[\"a\\nb\"]", at: .lines).map(\.message) == [
        "a pattern with a line break fits no line"
      ])
  }

  @Test func `Bounds nesting and repetition`() {
    let deep = String(repeating: "{not: ", count: 40) + "a" + String(repeating: "}", count: 40)
    #expect(Reading.diagnostics(deep).map(\.message) == ["matchers are nested more than 32 deep"])
    let bomb = (0..<8).reduce("- &a0 [x, x, x, x, x, x, x, x, x, x]\n") { text, level in
      let alias = Array(repeating: "*a\(level)", count: 10).joined(separator: ", ")
      return text + "- &a\(level + 1) [\(alias)]\n"
    }
    #expect(!Reading.diagnostics(bomb).isEmpty)
    #expect(Reading.diagnostics(bomb).count < 5)
  }
}
