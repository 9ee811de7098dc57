import DataSyntax
import GoTemplate
import Host
import Source
import Sprig
import Support
import Testing

/// Expressions of templates whose results come from goss itself.
struct TemplateExpressionTests {
  /// An expression and what goss made of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let expression: String
    let expected: String

    var testDescription: String { expression }

    /// The cases of `Fixtures/goss/templates.tsv`: an expression, a tab, the result or `ERROR` with the message.
    static func load() throws -> [Case] {
      let bytes = try Disk(workingDirectory: "/").read(
        Repository.fixture("goss/templates.tsv"), limit: 1 << 20)
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      let cases = lines.map { line in
        let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        return Case(expression: String(parts[0]), expected: String(parts[parts.count - 1]))
      }
      try #require(cases.count > 200, "there are cases")
      return cases
    }
  }

  @Test(arguments: try Case.load())
  func `comes to what goss makes of it`(_ example: Case) {
    #expect(result(of: example.expression) == example.expected)
  }

  /// `J:` in front means that the variables come from JSON; the expression stands behind four characters.
  private func result(of written: String) -> String {
    let isJSON = written.hasPrefix("J:")
    let expression = isJSON ? String(written.dropFirst(2)) : written
    let bytes = Array("res:{{\(expression)}}".utf8)
    let template = GoTemplate(DerivedText(SourceFile(FileID("test"), bytes: bytes)))
    let machine = TemplateMachine(environment: ["PROBE": "pv"], now: 0) { path in
      .failure(TemplateMachineError("open \(path): no such file or directory"))
    }
    let vars = isJSON ? Self.jsonVariables : Self.variables
    let rendering = SprigTemplate(machine).render(template, variables: vars)
    switch rendering {
    case .success(let text):
      return String(decoding: text.bytes.dropFirst(4), as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: #"\n"#)
    case .failure(let fault): return "ERROR " + fault.message
    }
  }

  private static let variables: [GoKey: PlainValue] = [
    "num": .integer(5), "big": .integer(1_000_000), "f": .float(1.5),
    "list": .list([.text("a"), .text("b"), .text("c")]),
    "nested": .map(["k": .text("vv"), "m": .map(["x": .integer(1)])]), "b": .bool(true), "nul": .none,
    "lm": .list([
      .map(["n": .text("x"), "v": .integer(1)]), .map(["n": .text("y"), "v": .integer(2)]),
    ]),
    "s": .text("Hello World"), "empty": .text(""), "emptylist": .list([]),
    "nums": .list([.integer(3), .integer(1), .integer(2)]),
  ]

  private static let jsonVariables: [GoKey: PlainValue] = [
    "num": .float(5), "big": .float(1_000_000), "huge": .float(12_345_678_901_234_567_168),
  ]
}
