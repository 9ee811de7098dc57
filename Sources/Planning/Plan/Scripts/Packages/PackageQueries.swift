import Project
import ShellSyntax
import Source

/// Collects what scripts ask of package managers, in order, and what adds sources on the way.
struct PackageQueries {
  private(set) var queries: [PackageQuery] = []
  /// What cannot be asked, in words for people.
  private(set) var limits: [String] = []
  /// The place of the first thing that may have added sources, in this step or before.
  private(set) var addedSources: Location?

  init(after addedSources: Location?) { self.addedSources = addedSources }

  /// Takes in what a script calls.
  mutating func add(_ script: ProjectScript) {
    guard script.isShell else { return }
    let own = script.script.functions.union(script.script.aliases)
    let constants = ShellConstants(script.script)
    for call in script.script.calls where !own.contains(call.name.value) {
      if let query = query(call, constants) { queries.append(query) }
      if addedSources == nil, Self.mayAddSources(call) { addedSources = call.name.location }
    }
  }

  private mutating func query(_ call: ShellCall, _ constants: ShellConstants) -> PackageQuery? {
    guard let manager = PackageManager(program: call.name.value) else { return nil }
    let texts = call.arguments.map(\.text)
    let isSure = call.certainty == .always || call.isChained
    func query(_ work: PackageQuery.Work, _ words: [String], _ verb: Int) -> PackageQuery {
      PackageQuery(
        manager, work, words: words, verb: verb, at: call.name.location, isSure: isSure,
        addedSources: addedSources)
    }
    guard let verb = texts.firstIndex(where: { $0.map(manager.installs) ?? false }) else {
      guard texts.contains(where: { $0.map(manager.refreshes) ?? false }) else { return nil }
      return query(.refresh, texts.compactMap { $0 }, 0)
    }
    var words = texts[...verb].compactMap { $0 }
    let place = words.count - 1
    var packages: [Located<String>] = []
    var rest = call.arguments[(verb + 1)...]
    while let word = rest.popFirst() {
      if let text = word.text, text.hasPrefix("-") {
        words.append(text)
        if manager.takesValue(text), let value = rest.popFirst()?.text { words.append(value) }
        continue
      }
      guard let known = constants.words(for: word) else {
        limits.append("packages that `\(word.knownPrefix)$…` stands for are not known before the run")
        continue
      }
      packages += known.filter { !Self.isFile($0.value) }
      limits += known.map(\.value).filter(Self.isPackageFile).map {
        "whether the package file `\($0)` will be there, and fits, is not known before the run"
      }
    }
    return packages.isEmpty ? nil : query(.install(packages), words, place)
  }

  /// A package as a file, an address or a pattern: what it is, only the run can tell.
  private static func isFile(_ name: String) -> Bool {
    name.contains("://") || name.hasPrefix("/") || name.hasPrefix(".") || name.hasSuffix(".rpm")
      || name.hasSuffix(".deb") || name.hasSuffix(".apk") || name.contains("*") || name.contains("?")
      || name == "\\"
  }

  /// Whether a name is surely that of a package as a file.
  private static func isPackageFile(_ name: String) -> Bool {
    [".deb", ".rpm", ".apk"].contains { name.hasSuffix($0) } && !name.contains { "*?".contains($0) }
  }

  /// Whether packages may be there after a call that the image's lists do not have.
  private static func mayAddSources(_ call: ShellCall) -> Bool {
    let words = call.arguments.compactMap(\.text)
    switch call.name.value.split(separator: "/").last {
    case "add-apt-repository", "apt-add-repository", "apt-key", "yum-config-manager", "subscription-manager",
      "amazon-linux-extras", ".", "source", "eval", "bash", "sh", "python", "python3":
      return true
    case "dpkg": return words.contains { ["-i", "--install", "--add-architecture"].contains($0) }
    case "rpm":
      return words.contains { word in
        ["-i", "-U", "-F", "--im", "--in", "--up"].contains { word.hasPrefix($0) }
      }
    case "cat", "ls", "grep", "test", "[", "rm", "chmod", "head", "tail", "sudo": return false
    case "dnf", "yum": if words.contains("config-manager") || words.contains("copr") { return true }
    case "zypper": if words.contains(where: { ["ar", "addrepo"].contains($0) }) { return true }
    default: break
    }
    if PackageManager(program: call.name.value) != nil,
      words.contains(where: {
        $0.hasSuffix("-release") || $0.contains("://") || $0.hasSuffix(".rpm") || $0.hasSuffix(".deb")
      })
    {
      return true
    }
    let folders = PackageManager.allCases.flatMap(\.sourceFolders)
    return (call.arguments + call.redirections.filter(\.writesFile).map(\.target)).contains { word in
      folders.contains { word.knownPrefix.hasPrefix($0) }
    }
  }
}
