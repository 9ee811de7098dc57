import Host
import Lint
import Report

/// Who reads a report, and what follows for it from where the program runs.
struct ReportReader {
  private let format: ReportFormat
  private let workplace: Workplace

  init(_ format: ReportFormat, in workplace: Workplace) {
    self.format = format
    self.workplace = workplace
  }

  /// The record as the reader wants it: files named from the repository's root on where a forge shows them.
  ///
  /// GitHub knows nothing of SARIF's suppressions and would open an alert for each allowed finding.
  func record(_ record: RunRecord) -> RunRecord {
    guard format.countsFilesFromTheRepository else { return record }
    var record = record
    if format == .sarif, workplace.environment["GITHUB_ACTIONS"] == "true" { record.suppressed = [] }
    let disk = workplace.disk
    guard let root = RepositoryRoot.above(disk.workingDirectory, in: disk) else { return record }
    return record.renamingFiles { file in
      TreePath.relative(TreePath.absolute(file, in: disk), to: root) ?? file
    }
  }

  /// Adds to the summary page of a job on GitHub, where there is one.
  func addSummary(of record: RunRecord) throws {
    guard format == .github, let path = workplace.environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else {
      return
    }
    try HostFile.append(StepSummary(self.record(record)).bytes, to: path)
  }
}
