import ArgumentParser
import Host
import Lint
import Report

/// Where a record goes, and in which format.
struct ReportOptions: ParsableArguments {
  /// A format with a file, or with `-` for standard output.
  struct Target: ExpressibleByArgument {
    let format: ReportFormat
    let path: String

    init?(argument: String) {
      let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard let format = ReportFormat(rawValue: String(parts[0])) else { return nil }
      self.format = format
      path = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : "-"
    }
  }

  @Option(
    help: ArgumentHelp(
      "Write a report; repeatable. Formats: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format[:file]"))
  var report: [Target] = []

  @Option(help: ArgumentHelp("The same as --report FORMAT:-", valueName: "format"))
  var format: ReportFormat?

  func validate() throws {
    let toOutput = report.filter { $0.path == "-" }.count + (format == nil ? 0 : 1)
    guard toOutput <= 1 else {
      throw ValidationError("only one report can go to standard output; give the others a file")
    }
  }

  /// The format on standard output: text, unless another was asked for.
  var outputFormat: ReportFormat { format ?? report.first { $0.path == "-" }?.format ?? .text }

  /// Refuses files that could not be written in the end, or that the run reads, before the work begins.
  func check(in workplace: Workplace, reading inputs: [String] = []) throws(CommandFault) {
    try refuse(inputs, in: workplace)
    for target in report where target.path != "-" {
      let folder = HostFile.folder(of: workplace.disk.absolute(target.path))
      guard workplace.disk.status(folder)?.kind == .directory else {
        throw CommandFault(
          .usage, "the report `\(target.path)` cannot be written: there is no folder `\(folder)`",
          help: "make it first")
      }
    }
  }

  /// Refuses to write a report over a file that was read.
  func refuse(_ inputs: [String], in workplace: Workplace) throws(CommandFault) {
    guard report.contains(where: { $0.path != "-" }) else { return }
    // A report is written through links.
    func real(_ path: String) -> String {
      let absolute = TreePath.absolute(path, in: workplace.disk)
      return HostFile.resolved(absolute) ?? absolute
    }
    let read = Set(inputs.map(real))
    for target in report where target.path != "-" && read.contains(real(target.path)) {
      throw CommandFault(
        .usage, "the report `\(target.path)` would replace a file that is read",
        help: "name another file for it")
    }
  }

  /// Writes the record in every format that was asked for.
  func write(
    _ record: RunRecord, _ shape: ReportShape, _ detail: TextDetail = .brief, in workplace: Workplace
  ) throws {
    let output = ReportReader(outputFormat, in: workplace)
    try workplace.console.write(
      outputFormat.write(
        output.record(record), shape, colored: outputFormat == .text && workplace.console.colorsOutput,
        detail: detail))
    try output.addSummary(of: record)
    try writeFiles(record, shape, in: workplace)
  }

  /// Writes the record into the files alone, where standard output has nothing to say.
  func writeFiles(_ record: RunRecord, _ shape: ReportShape, in workplace: Workplace) throws {
    for target in report where target.path != "-" {
      let reader = ReportReader(target.format, in: workplace)
      try HostFile.write(
        target.format.write(reader.record(record), shape, colored: false, detail: .full),
        to: workplace.disk.absolute(target.path))
      try reader.addSummary(of: record)
    }
  }
}

extension ReportFormat: ExpressibleByArgument {}
