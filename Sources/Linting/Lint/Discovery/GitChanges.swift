import Host

/// Asks git which files differ from an earlier state of a repository; nothing that the repository holds is run.
package struct GitChanges: Sendable {
  /// Why it cannot be told.
  package enum Failure: Error, Sendable, Hashable {
    case noGit
    case noRepository
    case unknownReference
    /// Anything else, in git's or the system's own words.
    case other(String)
  }

  /// The folder in which git is asked.
  private let folder: String
  /// Seconds that one question may take.
  private static let deadline = 30.0

  package init(folder: String) { self.folder = folder }

  /// The absolute paths of files that were changed, added or removed since the point at which HEAD left a reference,
  /// those of the working tree that are not committed included.
  package func files(since reference: String) async throws(Failure) -> [String] {
    guard let root = try await lines("rev-parse", "--show-toplevel").first else { throw .noRepository }
    guard let commit = try await commit(reference) else { throw .unknownReference }
    // Where the histories have no common point, as in a shallow clone, the reference itself counts.
    let base = try await lines(allowing: [1, 128], "merge-base", commit, "HEAD").first ?? commit
    // `diff-index` compares names, sizes and times: no content filter and no difference program is started.
    let changed = try await names(
      in: root, "diff-index", "--name-only", "-z", "--no-renames", "--ignore-submodules=dirty", base, "--")
    let added = try await names(in: root, "ls-files", "--others", "--exclude-standard", "-z", "--full-name")
    return Set(changed + added).map { TreePath.joined(root, $0) }.sorted()
  }

  private func commit(_ reference: String) async throws(Failure) -> String? {
    guard !reference.isEmpty, !reference.hasPrefix("-") else { return nil }
    return try await lines(allowing: [1, 128], "rev-parse", "--verify", "--quiet", reference + "^{commit}")
      .first
  }

  private func lines(allowing codes: [Int32] = [], _ arguments: String...) async throws(Failure) -> [String] {
    try await output(in: folder, arguments, codes).split(separator: 0x0A).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func names(in folder: String, _ arguments: String...) async throws(Failure) -> [String] {
    try await output(in: folder, arguments, []).split(separator: 0).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// What git prints; nothing where it ends with one of the codes.
  private func output(in folder: String, _ arguments: [String], _ codes: [Int32]) async throws(Failure)
    -> [UInt8]
  {
    let safe = [
      "git", "--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c",
      "core.hooksPath=/dev/null",
      "-c", "core.untrackedCache=false",
    ]
    let quiet = [
      "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C",
      "GIT_EXTERNAL_DIFF": "",
    ]
    let command = Command(
      safe + arguments, environment: .inherited(adding: quiet), workingDirectory: folder,
      deadline: Self.deadline)
    let result: CommandOutput
    do throws(HostError) {
      result = try await command.output()
    } catch {
      throw error.reason == .absent ? .noGit : .other(error.description)
    }
    if result.termination.succeeded { return result.output }
    let said = String(decoding: result.error, as: UTF8.self)
    if said.contains("not a git repository") { throw .noRepository }
    if codes.contains(result.termination.shellCode) { return [] }
    throw .other(String(said.prefix(300).prefix { $0 != "\n" }))
  }
}
