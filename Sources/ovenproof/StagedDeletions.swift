import Host
import Lint

/// The files that the commit in the making takes away: pre-commit hands over only those that it leaves.
struct StagedDeletions: Sendable {
  let workplace: Workplace

  /// Their absolute paths, as git tells; none where there is no repository, or no git.
  func paths() async -> [String] {
    let disk = workplace.disk
    guard let root = RepositoryRoot.above(disk.workingDirectory, in: disk) else { return [] }
    let command = Command(
      ["git", "diff", "--cached", "--name-only", "--no-renames", "--diff-filter=D", "-z"],
      workingDirectory: root,
      deadline: 10)
    guard let answer = try? await command.output(), answer.termination.succeeded else { return [] }
    return answer.output.split(separator: 0).map { root + "/" + String(decoding: $0, as: UTF8.self) }
  }
}
