import DataSyntax
import Diagnostics

extension RunRecord {
  /// One record of several runs; what they say twice is kept once, times of the same name are added.
  ///
  /// Nil for no records. The order of the records makes no difference.
  package static func merged(_ records: [RunRecord]) -> RunRecord? {
    let records = ordered(distinct(records))
    guard let first = records.first else { return nil }
    let versions = distinct(records.map(\.tool.version)).sorted().joined(separator: ", ")
    var merged = RunRecord(
      tool: Tool(name: first.tool.name, version: versions), subject: Subject.merged(records.map(\.subject)),
      run: Run.merged(records.map(\.run)), threshold: records.map(\.threshold).min() ?? .error)
    merged.findings = distinct(records.flatMap(\.findings))
    merged.suppressed = distinct(records.flatMap(\.suppressed))
    merged.builds = distinct(records.flatMap(\.builds))
      .sorted { ($0.template ?? "", $0.name) < ($1.template ?? "", $1.name) }
    merged.assertions = distinct(records.flatMap { $0.namingImages.assertions })
    merged.fileCount = records.reduce(0) { $0 + $1.fileCount }
    return merged.sorted
  }

  /// The records in an order that depends on what they hold alone.
  private static func ordered(_ records: [RunRecord]) -> [RunRecord] {
    guard records.count > 1 else { return records }
    return records.map { (record: $0, bytes: RunJSON.value(of: $0).compact) }
      .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.map(\.record)
  }

  /// The record with findings and assertions in the order in which they are shown.
  package var sorted: RunRecord {
    var record = self
    record.findings.sort()
    record.suppressed.sort()
    record.assertions.sort()
    return record
  }

  /// The record with the image of each assertion named, where it holds only one.
  private var namingImages: RunRecord {
    guard subject.images.count == 1, let image = subject.images.first else { return self }
    var record = self
    record.assertions = record.assertions.map { $0.image == nil ? $0.moved(on: image.name) : $0 }
    return record
  }

  /// The values without repetitions, in the order of their first occurrence.
  fileprivate static func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }
}

extension RunRecord.Subject {
  fileprivate static func merged(_ subjects: [RunRecord.Subject]) -> RunRecord.Subject {
    var merged = RunRecord.Subject()
    merged.templates = sorted(subjects.flatMap(\.templates))
    merged.bases = sorted(subjects.flatMap(\.bases))
    merged.images = sorted(subjects.flatMap(\.images))
    merged.specs = RunRecord.distinct(subjects.flatMap(\.specs))
      .sorted { ($0.file, $0.digest ?? "") < ($1.file, $1.digest ?? "") }
    return merged
  }

  private static func sorted(_ artifacts: [Artifact]) -> [Artifact] {
    RunRecord.distinct(artifacts).sorted { ($0.name, $0.digest ?? "") < ($1.name, $1.digest ?? "") }
  }
}

extension RunRecord.Run {
  fileprivate static func merged(_ runs: [RunRecord.Run]) -> RunRecord.Run {
    let hosts = RunRecord.distinct(runs.compactMap(\.host)).sorted()
    return RunRecord.Run(
      started: runs.compactMap(\.started).min(),
      durations: runs.reduce(into: [:]) { $0.merge($1.durations, uniquingKeysWith: +) },
      host: hosts.isEmpty ? nil : hosts.joined(separator: ", "))
  }
}
