import DataSyntax

extension RecordReader {
  mutating func subject(_ node: DataNode) -> RunRecord.Subject {
    var subject = RunRecord.Subject()
    subject.templates = artifacts("template", of: node, named: "file")
    subject.bases = artifacts("base", of: node, named: "reference")
    subject.images = artifacts("image", of: node, named: "reference")
    subject.specs = list("specs", of: node).map { spec in
      RunRecord.Subject.Spec(
        file: text("file", of: spec), dialect: text("dialect", of: spec),
        digest: optionalText("digest", of: spec))
    }
    return subject
  }

  mutating func artifact(_ node: DataNode, named name: String) -> RunRecord.Subject.Artifact {
    RunRecord.Subject.Artifact(name: text(name, of: node), digest: optionalText("digest", of: node))
  }

  mutating func run(_ node: DataNode) -> RunRecord.Run {
    var run = RunRecord.Run(host: optionalText("host", of: node))
    if let started = optionalText("started", of: node) {
      run.started = Timestamp(started)?.seconds
      if run.started == nil, let value = node["started"] {
        add("`started` is no moment such as `2026-01-31T12:00:00Z`", at: value)
      }
    }
    for entry in object("durations", of: node)?.entries ?? [] {
      guard entry.value.kind == .number, let seconds = entry.value.string.flatMap(Double.init),
        seconds.isFinite,
        let name = entry.key.string
      else {
        add("a duration must be a number of seconds", at: entry.value)
        continue
      }
      run.durations[name] = seconds
    }
    return run
  }

  /// Null for none, one, or a list of several.
  private mutating func artifacts(_ key: String, of node: DataNode, named name: String) -> [RunRecord.Subject
    .Artifact]
  {
    guard let value = node[key], value.kind != .null else { return [] }
    return (value.kind == .sequence ? value.items : [value]).map { artifact($0, named: name) }
  }
}
