extension RunRecord {
  /// The record with every place's file under another name: as seen from another folder.
  package func renamingFiles(_ name: (String) -> String) -> RunRecord {
    var record = self
    record.findings = findings.map { $0.renamingFiles(name) }
    record.suppressed = suppressed.map { $0.renamingFiles(name) }
    for build in builds.indices {
      for step in builds[build].steps.indices {
        record.builds[build].steps[step].origin.file = name(builds[build].steps[step].origin.file)
      }
    }
    record.assertions = assertions.map { assertion in
      var place = assertion.place
      place.file = name(place.file)
      return assertion.moved(to: place)
    }
    return record
  }
}

extension Finding {
  fileprivate func renamingFiles(_ name: (String) -> String) -> Finding {
    var finding = self
    finding.place.file = name(place.file)
    for index in labels.indices { finding.labels[index].place.file = name(labels[index].place.file) }
    for index in chain.indices { finding.chain[index].place.file = name(chain[index].place.file) }
    if let fix {
      finding.fix = Fix(
        safety: fix.safety,
        edits: fix.edits.map { edit in
          var edit = edit
          edit.place.file = name(edit.place.file)
          return edit
        })
    }
    return finding
  }
}
