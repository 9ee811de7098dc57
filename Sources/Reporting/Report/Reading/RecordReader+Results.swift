import DataSyntax
import Diagnostics
import Expectation

extension RecordReader {
  private static let exitCodes = -1_000_000...1_000_000_000_000

  mutating func build(_ node: DataNode) -> BuildRecord {
    BuildRecord(
      name: text("name", of: node), template: optionalText("template", of: node),
      verdict: word("verdict", of: node, BuildRecord.Verdict.allCases) ?? .failed,
      base: node["base"].map { artifact($0, named: "reference") },
      image: node["image"].map { artifact($0, named: "reference") },
      steps: list("steps", of: node).map { step($0) }, artifacts: texts("artifacts", of: node))
  }

  mutating func assertion(_ node: DataNode) -> Assertion {
    Assertion(
      id: text("id", of: node), title: text("title", of: node),
      dialect: word("dialect", of: node, [.ovenproof, .goss, .cst]) ?? .ovenproof,
      resource: text("resource", of: node), property: text("property", of: node),
      verdict: word("verdict", of: node, Outcome.Verdict.allCases) ?? .error,
      severity: node["severity"] == nil ? .error : word("severity", of: node, Severity.allCases) ?? .error,
      expected: text("expected", of: node), actual: text("actual", of: node),
      message: text("message", of: node),
      evidence: texts("evidence", of: node), place: place(node), image: optionalText("image", of: node))
  }

  private mutating func step(_ node: DataNode) -> StepRecord {
    let exit = node["exit"] == nil ? nil : number("exit", of: node, in: Self.exitCodes)
    return StepRecord(
      id: text("id", of: node), title: text("title", of: node),
      verdict: word("verdict", of: node, BuildRecord.Verdict.allCases) ?? .failed, exitCode: exit,
      origin: object("origin", of: node).map { place($0) } ?? Self.nowhere, tail: texts("tail", of: node),
      message: optionalText("message", of: node))
  }

  private static var nowhere: Place {
    let point = Place.Point(line: 1, column: 1, offset: 0)
    return Place(file: "", start: point, end: point, snippet: "")
  }
}
