import Diagnostics
import Expectation
import Image
import Source

extension SuiteJudge {
  /// Judges a test of a path.
  func existence(_ test: ExistenceTest) -> TestRun {
    var (run, isOver) = start(test.head, "fileExistenceTests", "File Existence Test")
    if isOver { return run }
    let path = suite.version == .first ? test.path.value : expanded(test.path, &run)
    let presence = test.shouldExist ? "\(path) exists" : "\(path) does not exist"
    if path.isEmpty, settings.driver != .tar {
      absent(test, path, presence, "the path is empty", words.nameless, &run)
      return run
    }
    // Of an archive the original takes the entry that is called as the path ends.
    if settings.isStrict, settings.driver == .docker, path.pathParts.last?.isExactly("..") == true {
      absent(test, path, presence, "the path ends in `..`", words.unseen(path), &run)
      return run
    }
    switch container.entry(path) {
    case .unknown(let reason):
      run.leaveOpen("shouldExist", presence, reason, at: test.presencePlace)
      blockRest(of: test, "it cannot be told whether \(path) exists", &run)
    case .broken(let message):
      run.breakOff("shouldExist", presence, message, at: test.presencePlace)
      blockRest(of: test, message, &run)
    case .absent:
      absent(
        test, path, presence, "`\(path)` does not exist", words.absent(path), &run,
        evidence: test.shouldExist ? search.nearPaths(CreatedContainer.clean(path)) : [])
    case .circular(let link):
      absent(test, path, presence, "the links of `\(path)` lead in a circle", words.circular(link), &run)
    case .noFolder(let named):
      absent(test, path, presence, "`\(path)` is no folder", words.noFolder(named), &run)
    case .entry(let entry): present(test, path, presence, entry, &run)
    }
    return run
  }

  private func expanded(_ path: Located<String>, _ run: inout TestRun) -> String {
    let expansion = surroundings.expand(path.value)
    for reference in expansion.references where reference.value == nil {
      run.remarks.append(
        remark(
          "cst/eaten-reference",
          "`\(reference.text)` is replaced by nothing, since the image has no variable of that name",
          at: path.location))
    }
    return expansion.text
  }

  private func absent(
    _ test: ExistenceTest, _ path: String, _ presence: String, _ message: String, _ original: String,
    _ run: inout TestRun, evidence: [String] = []
  ) {
    guard test.shouldExist else { return run.pass("shouldExist", presence, at: test.presencePlace) }
    run.fail(
      "shouldExist", presence, actual: "absent", message, evidence: evidence, at: test.path.location,
      original: "Error examining file in container: \(original)")
    blockRest(of: test, message, &run)
  }

  private func blockRest(of test: ExistenceTest, _ reason: String, _ run: inout TestRun) {
    guard test.shouldExist else { return }
    test.permissions.map { run.block("permissions", "is \($0.value)", reason, at: $0.location) }
    test.executableBy.map { run.block("isExecutableBy", "is \($0.value)", reason, at: $0.location) }
    test.owner.map { run.block("uid", "is \($0.value)", reason, at: $0.location) }
    test.group.map { run.block("gid", "is \($0.value)", reason, at: $0.location) }
  }

  private func present(
    _ test: ExistenceTest, _ path: String, _ presence: String, _ entry: ImageEntry, _ run: inout TestRun
  ) {
    let isSpecial =
      switch entry.kind {
      case .fifo, .socket, .characterDevice, .blockDevice: true
      case .file, .directory, .symlink: false
      }
    // The host driver asks the machine itself.
    if isSpecial, settings.driver != .host {
      run.remarks.append(
        remark(
          "cst/unseen-file",
          "container-structure-test does not see pipes and devices, and takes `\(path)` for absent",
          at: test.path.location))
      if settings.isStrict {
        return absent(test, path, presence, "pipes and devices are not seen", words.unseen(path), &run)
      }
    }
    guard test.shouldExist else {
      return run.fail(
        "shouldExist", presence, actual: "present", "`\(path)` exists",
        evidence: ["\(GoMode.listed(entry))  uid \(entry.owner)  gid \(entry.group)"], at: test.presencePlace,
        original: "File \(path) should not exist but does")
    }
    run.pass("shouldExist", presence, at: test.presencePlace)
    permissions(test, path, entry, &run)
    execution(test, path, entry, &run)
    ownership(test, path, entry, &run)
  }

  private func permissions(_ test: ExistenceTest, _ path: String, _ entry: ImageEntry, _ run: inout TestRun) {
    guard let wanted = test.permissions else { return }
    let expected = "is \(wanted.value)"
    let actual = GoMode.text(entry)
    if actual == wanted.value { return run.pass("permissions", expected, at: wanted.location) }
    if GoMode.isOtherForm(wanted.value, of: entry) {
      run.remarks.append(
        remark(
          "cst/mode-form", "container-structure-test knows this mode as `\(actual)` alone",
          at: wanted.location))
      if !settings.isStrict { return run.pass("permissions", expected, at: wanted.location) }
    }
    let octal = FileMode(bits: entry.mode).octal
    run.fail(
      "permissions", expected, actual: actual, "`\(path)` has other permissions",
      evidence: ["expected  \(wanted.value)", "actual    \(actual)  \(octal)"] + linkHint(entry),
      at: wanted.location,
      original: "\(path) has incorrect permissions. Expected: \(wanted.value), Actual: \(actual)")
  }

  private func execution(_ test: ExistenceTest, _ path: String, _ entry: ImageEntry, _ run: inout TestRun) {
    guard let wanted = test.executableBy else { return }
    let expected = "is \(wanted.value)"
    let masks: [String: UInt32] = ["owner": 0o100, "group": 0o010, "other": 0o001, "any": 0o111]
    guard let mask = masks[wanted.value] else {
      return run.fail(
        "isExecutableBy", expected, actual: "no such word",
        "`\(wanted.value)` is none of `owner`, `group`, `other` and `any`", at: wanted.location,
        original: "\(wanted.value) not recognised as a valid option")
    }
    if entry.mode & mask != 0 { return run.pass("isExecutableBy", expected, at: wanted.location) }
    let actual = GoMode.text(entry)
    run.fail(
      "isExecutableBy", expected, actual: actual, "`\(path)` cannot be executed by \(wanted.value)",
      at: wanted.location,
      original:
        "\(path) has incorrect executable bit. Expected to be executable by \(wanted.value), Actual: \(actual)"
    )
  }

  private func ownership(_ test: ExistenceTest, _ path: String, _ entry: ImageEntry, _ run: inout TestRun) {
    if settings.driver != .docker, let first = test.owner ?? test.group {
      run.remarks.append(
        remark(
          "cst/unchecked-owner",
          "the \(settings.driver.rawValue) driver of container-structure-test cannot tell owners, and fails",
          at: first.location))
      if settings.isStrict {
        let original = "Error checking ownership of file \(path)"
        return run.fail(
          "uid", "is \(first.value)", actual: "unknown",
          "the \(settings.driver.rawValue) driver cannot tell owners",
          at: first.location, original: original)
      }
    }
    for (property, kind, wanted, actual) in [
      ("uid", "user", test.owner, entry.owner), ("gid", "group", test.group, entry.group),
    ] {
      guard let wanted else { continue }
      let expected = "is \(wanted.value)"
      if Int(actual) == wanted.value {
        run.pass(property, expected, at: wanted.location)
      } else {
        run.fail(
          property, expected, actual: "\(actual)", "`\(path)` belongs to \(property) \(actual)",
          evidence: linkHint(entry), at: wanted.location,
          original:
            "\(path) has incorrect \(kind) ownership. Expected: \(wanted.value), Actual: \(actual)")
      }
    }
  }

  private func linkHint(_ entry: ImageEntry) -> [String] {
    entry.kind == .symlink
      ? ["it is a link to \(entry.target ?? ""); name where it leads to judge that"] : []
  }
}
