package import Diagnostics
package import Expectation
import Goss
package import Source
import StructureTest

/// The dialect of a spec file: the one that is asked for, or the one that its words tell.
package struct ToldDialect: Sendable {
  package let dialect: Outcome.Dialect
  /// What is to be said where the words do not tell it.
  package let remarks: [Diagnostic]

  package init(_ asked: Outcome.Dialect? = nil, of file: SourceFile) {
    if let asked {
      (dialect, remarks) = (asked, [])
    } else if StructureTestFile.isOne(file) {
      (dialect, remarks) = (.cst, [])
    } else {
      switch GossDetection.answer(file) {
      case .goss: (dialect, remarks) = (.goss, [])
      case .other: (dialect, remarks) = (.ovenproof, [])
      case .either: (dialect, remarks) = (.goss, [Self.remark(on: file)])
      }
    }
  }

  private static func remark(on file: SourceFile) -> Diagnostic {
    Diagnostic(
      "spec/ambiguous-dialect", .warning,
      "`\(file.id)` may be a goss file or a spec of Ovenproof; it is read as goss reads it",
      at: Location(file.id, ByteRange(at: 0)),
      help:
        "say which: `--dialect goss`, `--dialect ovenproof`, or a name like `goss.yaml` or `NAME.spec.yaml`"
    )
  }
}
