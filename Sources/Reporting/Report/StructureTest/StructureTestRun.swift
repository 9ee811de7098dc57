import Expectation

/// What container-structure-test would report of a run: its tests in its order, each assertion of another dialect as a test.
struct StructureTestRun {
  /// The names of the files without their folders.
  let files: [String]
  let results: [StructureTestResult]

  init(_ record: RunRecord) {
    let specs = record.subject.specs
    files = specs.map { spec in
      String(Substring(spec.file.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(spec.file).utf8))
    }
    let places = Dictionary(specs.enumerated().map { ($1.file, $0) }) { first, _ in first }
    // A record that was written and read again does not hold what the original says.
    let isTold = Set(record.assertions.filter(\.isTest).map(\.place.file))
    results = record.assertions.enumerated().compactMap { number, assertion in
      if case .structureTest(let result)? = assertion.original { return result }
      guard !isTold.contains(assertion.place.file) else { return nil }
      let file = places[assertion.place.file] ?? specs.count
      return StructureTestResult(assertion, at: .init(file: file, test: number))
    }.sorted { $0.place < $1.place }
  }

  var failures: Int { results.count { !$0.errors.isEmpty } }
  var passes: Int { results.count - failures }
  /// Nanoseconds.
  var duration: Int { results.reduce(0) { $0 + $1.duration } }
  /// A run without a test is no success.
  var isPassed: Bool { failures == 0 && !results.isEmpty }
}

extension Assertion {
  /// Whether it carries the result of a test.
  fileprivate var isTest: Bool { if case .structureTest? = original { true } else { false } }
}

extension StructureTestResult {
  /// What container-structure-test would say of an assertion that is none of its own.
  fileprivate init(_ assertion: Assertion, at place: Place) {
    let isGreen = assertion.verdict.isGreen
    let title =
      isGreen && assertion.verdict != .passed
      ? "\(assertion.title) (\(assertion.verdict.words))" : assertion.title
    let message = assertion.message.isEmpty ? "Expected: \(assertion.expected)" : assertion.message
    let error = assertion.verdict == .failed ? message : "\(assertion.verdict.words): \(message)"
    self.init(place: place, name: title, errors: isGreen ? [] : [error])
  }
}
