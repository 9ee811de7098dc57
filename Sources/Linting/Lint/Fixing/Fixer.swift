import Diagnostics
package import Host
package import Packer
import Source

/// Applies the fixes of findings and lints again, until no fix is left that may be applied.
///
/// Nothing is written: the changed files lie over the tree in memory, and are returned.
package struct Fixer: Sendable {
  private let tree: any FileTree
  private let registry: RuleRegistry
  private let components: [ComponentFile]
  private let level: FixLevel

  /// How often a run is repeated at most; what takes longer are rules that undo each other's work.
  package static let maximumRounds = 24

  package init(
    _ tree: any FileTree, registry: RuleRegistry, components: [ComponentFile] = .embedded, level: FixLevel
  ) {
    self.tree = tree
    self.registry = registry
    self.components = components
    self.level = level
  }

  /// Mends what the request names.
  package func run(_ request: LintRequest) async -> FixResult {
    var files: [FileID: MendedFile] = [:]
    var refused: Set<[Fix.Edit]> = []
    var fixedCount = 0
    var lint = await lint(request, with: files)
    var isWhole = true
    for _ in 0..<Self.maximumRounds {
      let done = FixStep(lint).apply(selection(of: lint, refused: refused))
      for (id, bytes) in done.files {
        let old = lint.sources[id] ?? SourceFile(id, bytes: [])
        files[id, default: MendedFile(old)].new = SourceFile(id, bytes: bytes)
      }
      fixedCount += done.findings
      refused = done.refused
      if done.files.isEmpty, isWhole { return result(lint, files, fixedCount) }
      // While templates alone change, the others need not be looked at again, until all is done.
      isWhole = done.files.isEmpty || !Set(lint.templates).isSuperset(of: done.files.keys)
      var next = request
      if !isWhole { (next.paths, next.mode) = (done.files.keys.map(\.path).sorted(), .paths) }
      lint = await self.lint(next, with: files)
    }
    if !isWhole { lint = await self.lint(request, with: files) }
    return result(lint, files, fixedCount, isUnsettled: true)
  }

  private func lint(_ request: LintRequest, with files: [FileID: MendedFile]) async -> LintResult {
    guard !files.isEmpty else {
      return await Linter(tree, registry: registry, components: components).run(request)
    }
    var changed: [String: [UInt8]] = [:]
    for (id, file) in files {
      changed[id.path] = file.after
      changed[TreePath.absolute(id.path, in: tree)] = file.after
    }
    let overlay = OverlayFileTree(changed, over: tree)
    return await Linter(overlay, registry: registry, components: components).run(request)
  }

  /// The fixes of a round. A file beside the templates is changed only below the working directory.
  private func selection(of lint: LintResult, refused: Set<[Fix.Edit]>) -> FixSelection {
    let templates = Set(lint.templates)
    let findings = lint.findings.filter { finding in
      finding.fix(at: level).map { !refused.contains($0.edits) } ?? false
    }
    return FixSelection(findings, at: level) { id in
      guard lint.sources[id] != nil else { return false }
      return templates.contains(id) || !id.path.hasPrefix("/") && !id.path.hasPrefix("../")
    }
  }

  private func result(
    _ lint: LintResult, _ files: [FileID: MendedFile], _ count: Int, isUnsettled: Bool = false
  ) -> FixResult {
    let changed = files.values.filter { $0.before != $0.after }.sorted { $0.id < $1.id }.map { file in
      var file = file
      // The last run knows what is secret in it now.
      if let source = lint.sources[file.id], source.bytes == file.after { file.new = source }
      return file
    }
    return FixResult(lint: lint, files: changed, fixedCount: count, isUnsettled: isUnsettled)
  }
}
