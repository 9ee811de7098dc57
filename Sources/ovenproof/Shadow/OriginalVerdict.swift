import DataSyntax
import Expectation
import Source

/// What a tool says of one assertion, by the words of that tool's own report.
struct OriginalVerdict: Sendable, Hashable {
  /// `File: /etc/passwd: mode`, or the name of a test.
  let name: String
  let status: Status

  enum Status: String, Sendable { case passed, failed, skipped }

  /// What goss has printed with `-f json`; nil where it is something else.
  static func ofGoss(_ output: [UInt8]) -> [OriginalVerdict]? {
    guard let results = root(output)?["results"], results.kind == .sequence else { return nil }
    return results.items.compactMap { result in
      guard let type = result["resource-type"]?.string, let id = result["resource-id"]?.string,
        let property = result["property"]?.string, let code = result["result"]?.integer
      else { return nil }
      return OriginalVerdict(
        name: "\(type): \(id): \(property)", status: code == 0 ? .passed : code == 1 ? .failed : .skipped)
    }
  }

  /// What container-structure-test has printed with `-o json`.
  static func ofStructureTest(_ output: [UInt8]) -> [OriginalVerdict]? {
    // Lines about the image may come first.
    guard let line = output.split(separator: 0x0A).last(where: { $0.first == UInt8(ascii: "{") }),
      let results = root(Array(line))?["Results"]
    else { return nil }
    return results.items.compactMap { result in
      guard let name = result["Name"]?.string else { return nil }
      return OriginalVerdict(name: name, status: result["Pass"]?.bool == true ? .passed : .failed)
    }
  }

  /// What we say in their words and their order; nothing of what they know nothing of.
  static func ours(_ outcomes: [Outcome]) -> [OriginalVerdict] {
    var verdicts: [OriginalVerdict] = []
    var tests: [StructureTestResult] = []
    for outcome in outcomes {
      switch outcome.original {
      case .goss(let result)?:
        let name = "\(result.type): \(result.id): \(result.property)"
        verdicts.append(OriginalVerdict(name: name, status: status(outcome.verdict)))
      // Several assertions of ours are one test there; one of them carries what has become of all.
      case .structureTest(let result)?: tests.append(result)
      case nil: break
      }
    }
    return verdicts
      + tests.sorted { $0.place < $1.place }.map {
        OriginalVerdict(name: $0.name, status: $0.errors.isEmpty ? .passed : .failed)
      }
  }

  private static func status(_ verdict: Outcome.Verdict) -> Status {
    switch verdict {
    case .passed, .waived: .passed
    case .skipped, .blocked, .notApplicable, .notReviewed: .skipped
    case .failed, .undecided, .error: .failed
    }
  }

  private static func root(_ bytes: [UInt8]) -> DataNode? {
    let (tree, faults) = DataParser.parse(
      DerivedText(SourceFile(FileID("the original's report"), bytes: bytes)), as: .json)
    return faults.isEmpty && tree.root.kind == .mapping ? tree.root : nil
  }
}
