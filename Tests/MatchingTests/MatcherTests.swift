import DataSyntax
import Diagnostics
import Host
import Matching
import Source
import Support
import Testing

/// One line of `Fixtures/matching`: a value, a matcher, and the verdict that goss gives.
struct MatchingCase: Sendable, CustomTestStringConvertible {
  let name: String
  let verdict: String
  let content: DataNode
  let matches: DataNode
  let position: MatcherParser.Position

  var testDescription: String { name }

  /// Every case of every file; an empty folder is a failure.
  static func all() throws -> [MatchingCase] {
    let disk = Disk(workingDirectory: Repository.fixture("matching"))
    let files = try disk.list(".").filter { $0.hasSuffix(".yaml") }
    let cases = try files.flatMap { name in
      let file = SourceFile(FileID(name), bytes: try disk.read(name, limit: 1 << 20))
      let (tree, faults) = DataParser.parse(DerivedText(file), as: .yaml)
      try #require(faults.isEmpty, "\(faults)")
      return try tree.root.entries.map { try MatchingCase(name, $0) }
    }
    try #require(!cases.isEmpty, "Fixtures/matching holds no case")
    return cases
  }

  private init(_ file: String, _ entry: DataEntry) throws {
    name = "\(file): \(entry.key.string ?? "")"
    verdict = try #require(entry.value["verdict"]?.string)
    content = try #require(entry.value["content"])
    matches = try #require(entry.value["matches"])
    position = entry.value["as-reader"]?.bool == true ? .lines : .value
  }
}

@Suite struct MatcherTests {
  @Test(arguments: try MatchingCase.all())
  func `Judges as goss does`(example: MatchingCase) throws {
    var parser = MatcherParser(.goss)
    let matcher = parser.matcher(example.matches, at: example.position)
    #expect((matcher == nil) == !parser.diagnostics.isEmpty)
    let result = matcher?.result(for: Subject(example.content))
    let verdict =
      switch result?.verdict {
      case nil: "fault"
      case .matched: "matched"
      case .unmatched: "unmatched"
      case .invalid: "invalid"
      case .undecided: "undecided"
      }
    #expect(verdict == example.verdict, "\(result?.sentence ?? "\(parser.diagnostics.map(\.message))")")
  }

  @Test func `Leaves an unknown value undecided, under a not as well`() throws {
    let matcher = try Reading("{not: {have-prefix: a}}").matcher
    let reason = UnknownReason("the package decides it")
    #expect(matcher.result(for: .unknown(reason)).verdict == .undecided(reason))
  }

  @Test(arguments: [
    ("\"0640\"", "0644", "is \"0644\", not \"0640\""),
    ("{have-prefix: \"1.\"}", "2.1", "is \"2.1\", expected something that begins with \"1.\""),
    ("{not: {have-prefix: \"2.\"}}", "2.1", "is \"2.1\", expected nothing that begins with \"2.\""),
    ("{not: a}", "a", "is \"a\", which it must not be"),
    ("{gt: 5}", "3", "is 3, expected > 5"),
    ("{or: [a, {gt: 5}]}", "3", "is \"3\", expected \"a\" or > 5"),
    ("{have-len: 2}", "abc", "has length 3, not 2"),
    ("{gt: 5}", "abc", "cannot be judged: \"abc\" is no number"),
    ("{have-patterns: [b, \"!a\"]}", "a", "has no line with `b`; has `a` on line 1"),
  ])
  func `Says what is wrong`(written: String, actual: String, sentence: String) throws {
    #expect(try Reading(written).matcher.result(for: .text(actual)).sentence == sentence)
  }

  @Test(arguments: [
    ("12345678901234567890", "12345678901234567891"), ("9223372036854775807", "9223372036854775808"),
    ("-9223372036854775809", "-9223372036854775808"), ("-12345678901234567891", "-12345678901234567890"),
    ("-99999999999999999999", "1"), ("99999999999999999999", "100000000000000000000"),
    ("-100000000000000000000", "-99999999999999999999"), ("1.5", "12345678901234567890"),
  ])
  func `Compares whole numbers of any size exactly`(less: String, more: String) throws {
    for (one, other) in [
      (Number(written: less), Number(written: more)), (Number(text: less), Number(text: more)),
    ] {
      let (one, other) = (try #require(one), try #require(other))
      #expect(one.isLess(than: other) && !other.isLess(than: one) && !one.equals(other) && one.equals(one))
      #expect(!one.isLess(than: one) && one.description == less && other.description == more)
    }
    #expect(Number(text: "000000000000000000000007") == .integer(7))
  }

  @Test func `Points at the pattern that was not satisfied`() throws {
    let reading = try Reading("{have-patterns: [alpha, beta, \"!gamma\"]}")
    let result = reading.matcher.result(for: .text("alpha\ngamma\n"))
    #expect(result.missing == ["\"beta\""])
    #expect(result.extra == ["\"!gamma\""])
    #expect(reading.text(at: result.location) == "beta")
  }

  @Test func `Names missing and unexpected elements`() throws {
    let reading = try Reading("{consist-of: [a, {have-prefix: b}]}")
    let result = reading.matcher.result(for: .texts(["a", "c"]))
    #expect(result.missing == [#"{"have-prefix":"b"}"#])
    #expect(result.extra == ["\"c\""])
    #expect(reading.text(at: result.location) == "{have-prefix: b}")
  }

  @Test func `Pairs long lists without recursion`() throws {
    let count = 600
    let matchers = (0..<count).map { "{have-prefix: \"\($0 % 2 == 0 ? "a" : "")\"}" }.joined(separator: ", ")
    let elements = (0..<count).map { $0 < count / 2 ? "b" : "a" }
    #expect(try Reading("{consist-of: [\(matchers)]}").matcher.result(for: .texts(elements)).isMatched)
  }
}
