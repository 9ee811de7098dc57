import Expectation

/// What container-structure-test would report of a run: its tests in its order, those of other dialects left out.
struct StructureTestRun {
  /// The names of the files without their folders.
  let files: [String]
  let results: [StructureTestResult]

  init(_ record: RunRecord) {
    files = record.subject.specs.filter { $0.dialect == Outcome.Dialect.cst.rawValue }.map { spec in
      String(Substring(spec.file.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(spec.file).utf8))
    }
    results = record.assertions.compactMap { assertion in
      if case .structureTest(let result) = assertion.original { result } else { nil }
    }.sorted { $0.place < $1.place }
  }

  var failures: Int { results.count { !$0.errors.isEmpty } }
  var passes: Int { results.count - failures }
  /// Nanoseconds.
  var duration: Int { results.reduce(0) { $0 + $1.duration } }
  /// A run without a test is no success.
  var isPassed: Bool { failures == 0 && !results.isEmpty }
}
