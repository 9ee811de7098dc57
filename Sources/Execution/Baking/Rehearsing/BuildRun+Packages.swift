import Diagnostics
import Engine
import Packer
import Plan
import Source

extension BuildRun {
  /// Asks the package managers of the image what the calls of a step would do, one after the other.
  func ask(_ queries: [PackageQuery], of step: Step, in container: any RunningContainer) async throws {
    for query in queries {
      try Task.checkCancellation()
      guard try await has(query.manager, in: container) else { continue }
      switch query.work {
      case .refresh: try await refresh(query.manager, in: container)
      case .install(let packages): try await ask(query, packages, of: step, in: container)
      }
    }
  }

  /// Whether the image has a package manager; it is looked for once.
  private func has(_ manager: PackageManager, in container: any RunningContainer) async throws -> Bool {
    if let known = rehearsed.managers[manager] { return known }
    let found =
      try await answer(["/bin/sh", "-c", "command -v \(manager.program)"], in: container).code == 0
    rehearsed.managers[manager] = found
    return found
  }

  /// Fetches the lists of packages in the container that is thrown away; once, and a failure is told.
  private func refresh(_ manager: PackageManager, in container: any RunningContainer) async throws {
    guard rehearsed.refreshed[manager] == nil else { return }
    await note("fetching the lists of packages: \(manager.refreshing.joined(separator: " "))")
    let answer = try await answer(manager.refreshing, in: container)
    let isGood = answer.code == 0 && !answer.lines.contains { $0.hasPrefix("W: Failed to fetch") }
    rehearsed.refreshed[manager] = isGood
    guard !isGood else { return }
    let why = manager.complaint(in: answer.lines) ?? answer.lines.last ?? "exit code \(answer.code ?? 0)"
    await note("cannot tell whether packages are there: their lists could not be fetched: \(why)")
  }

  private func ask(
    _ query: PackageQuery, _ packages: [Located<String>], of step: Step, in container: any RunningContainer
  ) async throws {
    guard rehearsed.refreshed[query.manager] != false else { return }
    let all = try await answer(query.manager.asking(query, of: packages.map(\.value)), in: container)
    if query.manager.agrees(all.code, all.lines) { return try await note(query, all.lines, in: container) }
    guard !query.manager.isHelpless(all.lines), all.code != nil else {
      return await note(
        "cannot tell whether packages are there: \(query.manager.complaint(in: all.lines) ?? all.lines.last ?? "no answer")"
      )
    }
    var bad: [(package: Located<String>, why: String?)] = []
    for package in packages {
      let one =
        packages.count == 1
        ? all
        : try await answer(
          query.manager.asking(query, of: [package.value]), in: container)
      if query.manager.agrees(one.code, one.lines) {
        try await note(query, one.lines, in: container)
      } else {
        bad.append((package, query.manager.complaint(in: one.lines)))
      }
    }
    if bad.isEmpty {
      let why = query.manager.complaint(in: all.lines) ?? "exit code \(all.code ?? 0)"
      return tell(
        "rehearsal/package-conflict", "these packages cannot be installed together: \(why)",
        at: query.location, query, step)
    }
    for (package, why) in bad { await tell(of: package, why, query, step) }
  }

  /// Tells of a package that cannot be installed; where a source may have been added before, only as a doubt.
  private func tell(of package: Located<String>, _ why: String?, _ query: PackageQuery, _ step: Step) async {
    let reason = why.map { ": \($0)" } ?? ""
    if query.addedSources != nil {
      return await note(
        "cannot tell whether package `\(package.value)` is there: the image's own lists do not have it, and a source "
          + "is added before\(reason)")
    }
    tell(
      "rehearsal/absent-package", "package `\(package.value)` cannot be installed\(reason)",
      at: package.location, query, step)
  }

  private func tell(
    _ rule: RuleID, _ message: String, at place: Location, _ query: PackageQuery, _ step: Step
  ) {
    let isKnown = rehearsed.refreshed[query.manager] != nil
    let isFault = tell(
      Diagnostic(
        rule, query.isSure ? .error : .warning, message, at: place,
        help: isKnown
          ? "name a package that the release of the image has"
          : "no step fetches the lists of packages before (`\(query.manager.refreshing.joined(separator: " "))`), "
            + "or the release of the image does not have it"), of: step)
    if isFault { rehearsed.faults[step.id, default: []].append(message) }
  }

  /// Notes what a call that works would install, and what that takes.
  private func note(_ query: PackageQuery, _ lines: [String], in container: any RunningContainer) async throws
  {
    let names = query.manager.installed(in: lines).filter { !rehearsed.brought.contains($0) }
    rehearsed.brought.formUnion(names)
    rehearsed.packageBytes += query.manager.bytes(in: lines) ?? 0
    guard query.manager == .apt, !names.isEmpty, names.count <= 2000 else { return }
    let shown = try await answer(["apt-cache", "show", "--no-all-versions", "--"] + names, in: container)
    for line in shown.lines {
      if let kilobytes = line.number(after: "Installed-Size: ") { rehearsed.packageBytes += kilobytes << 10 }
      if let bytes = line.number(after: "Size: ") { rehearsed.packageBytes += bytes }
    }
  }

  /// Runs a program as root, for what it says.
  func answer(
    _ arguments: [String], in container: any RunningContainer
  ) async throws -> (code: Int32?, lines: [String]) {
    let collected = CollectedBytes()
    var command = ContainerCommand(arguments, user: "root")
    command.environment = ["LC_ALL": "C", "DEBIAN_FRONTEND": "noninteractive"]
    command.deadline = 300
    let end = try await container.run(command) { _, bytes in await collected.append(bytes) }
    guard case .exited(let code) = end else { return (nil, await collected.lines) }
    return (code, await collected.lines)
  }
}

extension String {
  /// The number behind a prefix; nil where the text does not begin so.
  fileprivate func number(after prefix: String) -> Int? {
    hasPrefix(prefix) ? Int(dropFirst(prefix.count)) : nil
  }
}
