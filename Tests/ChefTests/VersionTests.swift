import Chef
import Testing
import RubyEvaluation

struct VersionTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let constraint: String
    let accepted: [String]
    let refused: [String]
    var testDescription: String { constraint }
  }

  static let examples = [
    Example(constraint: "= 1.0", accepted: ["1.0.0", "1.0"], refused: ["1.0.1", "1.1"]),
    Example(constraint: "1.2.3", accepted: ["1.2.3"], refused: ["1.2.4"]),
    Example(constraint: "> 1.2", accepted: ["1.2.1", "2.0"], refused: ["1.2.0", "1.1.9"]),
    Example(constraint: "< 2", accepted: ["1.9.9"], refused: ["2.0", "2.0.0"]),
    Example(constraint: ">=1.10.0", accepted: ["1.10.0", "1.11"], refused: ["1.9.9"]),
    Example(constraint: "<= 1.2.3", accepted: ["1.2.3", "0.1"], refused: ["1.2.4"]),
    Example(constraint: "~> 1.2.3", accepted: ["1.2.3", "1.2.9"], refused: ["1.2.2", "1.3.0"]),
    Example(constraint: "~> 1.2", accepted: ["1.2.0", "1.9.0"], refused: ["1.1.9", "2.0.0"]),
    Example(constraint: "~> 1", accepted: ["1.0.0", "1.9.0"], refused: ["0.9.0", "2.0.0"]),
  ]

  @Test("takes the versions that a constraint takes", arguments: examples)
  func constraints(_ example: Example) throws {
    let constraint = try #require(VersionConstraint(example.constraint))
    for text in example.accepted { #expect(constraint.accepts(try #require(CookbookVersion(text)))) }
    for text in example.refused { #expect(!constraint.accepts(try #require(CookbookVersion(text)))) }
  }

  @Test(
    "refuses what is no constraint of Chef",
    arguments: ["=> 1", ">> 1", "!= 1.0", "1.0.0.0", "", "x", "~>", "~> 1.x", "> 1.0 ", "1.0.0-beta"])
  func malformed(_ text: String) { #expect(VersionConstraint(text) == nil) }

  @Test("refuses what is no version of a cookbook", arguments: ["1", "1.2.3.4", "1.0-beta", "a.b", "", "1."])
  func malformedVersion(_ text: String) { #expect(CookbookVersion(text) == nil) }

  struct Client: Sendable, CustomTestStringConvertible {
    let version: String
    let requirement: String
    let verdict: Bool?
    var testDescription: String { "\(version) \(requirement)" }
  }

  static let clients = [
    Client(version: "18.5.0", requirement: ">= 99", verdict: false),
    Client(version: "18.5.0", requirement: "~> 18.5", verdict: true),
    Client(version: "18", requirement: "< 14", verdict: false),
    Client(version: "18", requirement: ">= 18.0", verdict: true),
    Client(version: "18", requirement: ">= 18.3", verdict: nil),
    Client(version: "12.19", requirement: "~> 12.0", verdict: true),
    Client(version: "12.19", requirement: "= 12.19.36", verdict: nil),
    Client(version: "latest", requirement: "< 14", verdict: false),
    Client(version: "latest", requirement: ">= 12.1", verdict: true),
    Client(version: "latest", requirement: ">= 19", verdict: nil),
    Client(version: "any", requirement: ">= 12.1", verdict: nil),
    Client(version: "any", requirement: ">= 99", verdict: false),
    Client(version: "any", requirement: "!= 99", verdict: true),
  ]

  @Test("tells whether a client meets a condition, where that is sure", arguments: clients)
  func client(_ example: Client) throws {
    let named: [String: ClientVersion] = ["latest": .latest, "any": .any]
    let client = try #require(named[example.version] ?? ClientVersion(requested: example.version))
    let requirement = try #require(GemRequirement(example.requirement))
    #expect(client.meets(anyOf: [[requirement]]) == example.verdict)
  }

  @Test("orders versions as RubyGems does")
  func order() throws {
    let texts = ["1.0.0.rc1", "1.0", "1.0.1", "1.9", "1.10"]
    let versions = try texts.map { try #require(GemVersion($0)) }
    #expect(versions.reversed().sorted().map(\.description) == texts)
  }
}
