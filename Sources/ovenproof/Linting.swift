import Diagnostics
import Host
import Lint
import Packer
import Report
import Rules
import Source

/// Lint as the commands run it: on the disk, with every rule, told as a record.
struct Linting: Sendable {
  let workplace: Workplace
  /// The files; the disk, with what came by standard input laid over it.
  var tree: any FileTree

  init(workplace: Workplace) {
    self.workplace = workplace
    tree = workplace.disk
  }

  /// Lints, says what could not be read, and points out HCL files.
  func run(_ request: LintRequest) async -> LintResult {
    let linter = Linter(tree, registry: .standard)
    let result = await linter.run(request)
    for failure in result.failures { workplace.console.complain(failure.description) }
    if !result.hclFiles.isEmpty { workplace.console.say(Self.notice(on: result.hclFiles)) }
    return result
  }

  /// What is said once about templates in Packer's newer language.
  private static func notice(on files: [String]) -> String {
    let shown = files.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    let rest = files.count > 3 ? " and \(files.count - 3) more" : ""
    return """
      note: \(shown)\(rest): HCL2 templates are not analysed yet; `ovenproof verify` judges the images that they make, \
      and `packer validate` checks the templates themselves
      """
  }

  /// The status that findings stand for.
  static func status(of result: LintResult, failOn: Severity?) -> ExitStatus {
    let threshold = failOn ?? result.failOn ?? .error
    if result.findings.contains(where: { $0.severity >= threshold }) { return .failure }
    return result.failures.isEmpty ? .success : .usage
  }
}
