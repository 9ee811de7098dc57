package import Diagnostics
package import Expectation
package import Goss
package import Host
package import Source
import StructureTest

/// A spec of any dialect, read as a draft.
package struct SpecReading: Sendable {
  package let dialect: Outcome.Dialect
  /// Empty where the file is faulty.
  package let draft: SpecDraft
  /// What is wrong with the file itself.
  package let diagnostics: [Diagnostic]
  /// The file and what it includes.
  package let sources: [SourceFile]
  /// The resources of a goss file, those among them that no draft holds.
  package var gossResources: [GossResource] = []
  /// What a sound spec of our own asserts, with what it includes.
  package var checks: [Check] = []

  /// Reads a file; `files` are those of the machine that includes are looked for in.
  package static func read(
    _ file: SourceFile, as dialect: Outcome.Dialect? = nil, in files: any FileTree, _ options: GossOptions
  ) -> SpecReading {
    let told = ToldDialect(dialect, of: file)
    let remarks = told.remarks
    switch told.dialect {
    case .ovenproof:
      let result = SpecFile.read(
        file, SpecContext(inputs: .open) { try? files.read($0, limit: SpecContext.largestFile) })
      let faults = result.diagnostics
      let draft = faults.isFaulty ? SpecDraft() : OvenproofDraftReader(file).draft
      return SpecReading(
        dialect: .ovenproof, draft: draft, diagnostics: faults, sources: result.sources,
        checks: faults.isFaulty ? [] : result.spec.checks)
    case .cst:
      let (_, faults) = StructureTestFile.read(file, StructureTestSettings())
      let draft = faults.isFaulty ? SpecDraft() : StructureTestDraftReader(file).draft
      return SpecReading(dialect: .cst, draft: draft, diagnostics: faults, sources: [file])
    case .goss:
      do throws(GossFault) {
        let goss = try GossFile.read(file, in: files, options)
        let draft = goss.diagnostics.isFaulty ? SpecDraft() : GossDraftReader(goss.spec).draft
        return SpecReading(
          dialect: .goss, draft: draft, diagnostics: remarks + goss.diagnostics, sources: goss.sources,
          gossResources: goss.spec.resources)
      } catch {
        return SpecReading(
          dialect: .goss, draft: SpecDraft(), diagnostics: remarks + [error.diagnostic(in: file.id)],
          sources: [file])
      }
    }
  }
}

extension [Diagnostic] {
  /// Whether one of them is an error, so that what was read may lack something.
  fileprivate var isFaulty: Bool { contains { $0.severity == .error } }
}
