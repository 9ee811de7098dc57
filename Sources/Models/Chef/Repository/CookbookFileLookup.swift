import Diagnostics
package import Source

/// Finds the file of a `template`, `cookbook_file`, `remote_directory` or partial as Chef does: by host, platform and
/// version.
package struct CookbookFileLookup: Sendable {
  /// What is known of the machine that Chef runs on.
  package struct Host: Sendable {
    package var fullName: Known<String>
    package var platform: Known<String>
    package var platformVersion: Known<String>

    package init(
      fullName: Known<String> = .absent, platform: Known<String> = .absent,
      platformVersion: Known<String> = .absent
    ) {
      self.fullName = fullName
      self.platform = platform
      self.platformVersion = platformVersion
    }
  }

  package enum Result: Sendable, Hashable {
    /// Paths below the cookbook: of a file one, of a folder those in it.
    case found([String])
    /// The places that were looked at, below the cookbook, and a file that was perhaps meant.
    case missing(tried: [String], near: String?)
    /// Which of several it is depends on the machine.
    case open([String], UnknownReason)
  }

  private let cookbook: Cookbook
  private let host: Host

  package init(in cookbook: Cookbook, for host: Host) {
    self.cookbook = cookbook
    self.host = host
  }

  /// The file of a text as source.
  package func file(_ source: String, in segment: CookbookSegment) -> Result {
    let places = places(of: source, in: segment)
    return choose(among: places, source, in: segment) { cookbook.files.contains($0) ? [$0] : [] }
  }

  /// The file of a list of sources: the first that is there, with no folders of platforms.
  package func file(anyOf sources: [String], in segment: CookbookSegment) -> Result {
    let tried = sources.map { segment.rawValue + "/" + $0 }
    if let path = tried.first(where: cookbook.files.contains) { return .found([path]) }
    return .missing(tried: tried, near: sources.lazy.compactMap { near($0, in: segment) }.first)
  }

  /// The files of a `remote_directory`, from the first folder that holds any.
  package func folder(_ source: String, in segment: CookbookSegment = .files) -> Result {
    let places = places(of: source, in: segment)
    return choose(among: places, source, in: segment) { cookbook.files.paths(below: $0 + "/") }
  }

  fileprivate enum Place {
    case sure(String)
    /// Only on some machines: anything of this form.
    case machine(prefix: String, written: String)
  }

  private func choose(
    among places: [Place], _ source: String, in segment: CookbookSegment, _ files: (String) -> [String]
  ) -> Result {
    var open: [String] = []
    for place in places {
      switch place {
      case .sure(let path):
        let found = files(path)
        if found.isEmpty { continue }
        if open.isEmpty { return .found(found) }
        return .open(open + found, Self.reason)
      case .machine(let prefix, _):
        open += candidates(prefix, source, in: segment).filter { !files($0).isEmpty }
      }
    }
    if !open.isEmpty { return .open(Set(open).sorted(), Self.reason) }
    return .missing(tried: places.map(\.words), near: near(source, in: segment))
  }

  private static let reason = UnknownReason("the file depends on the machine's platform")

  /// Most specific first.
  private func places(of source: String, in segment: CookbookSegment) -> [Place] {
    let top = segment.rawValue + "/"
    var places: [Place] = []
    switch host.fullName {
    case .value(let name): places.append(.sure("\(top)host-\(name)/\(source)"))
    case .absent, .unknown:
      places.append(.machine(prefix: "\(top)host-", written: "\(top)host-FQDN/\(source)"))
    }
    if let platform = host.platform.value {
      if let version = host.platformVersion.value {
        let parts = version.split(separator: ".", omittingEmptySubsequences: false)
        for count in stride(from: parts.count, to: 0, by: -1) {
          places.append(.sure("\(top)\(platform)-\(parts[..<count].joined(separator: "."))/\(source)"))
        }
      } else {
        places.append(
          .machine(prefix: "\(top)\(platform)-", written: "\(top)\(platform)-VERSION/\(source)"))
      }
      places.append(.sure("\(top)\(platform)/\(source)"))
    } else {
      places.append(.machine(prefix: top, written: "\(top)PLATFORM/\(source)"))
    }
    return places + [.sure("\(top)default/\(source)"), .sure(top + source)]
  }

  /// Folders that begin with a prefix and hold the source.
  private func candidates(_ prefix: String, _ source: String, in segment: CookbookSegment) -> [String] {
    var folders: Set<String> = []
    for path in cookbook.files.paths(below: prefix) {
      let parts = path.split(separator: "/")
      guard parts.count > 2, parts[1] != "default" else { continue }
      folders.insert("\(parts[0])/\(parts[1])/\(source)")
    }
    return folders.sorted()
  }

  /// A file whose name is near, or that only lacks or adds `.erb`, or lies where nobody looks.
  private func near(_ source: String, in segment: CookbookSegment) -> String? {
    let paths = cookbook.files.paths(in: segment)
    let name = Self.baseName(source)
    let twins = [name, name + ".erb"] + (name.hasSuffix(".erb") ? [String(name.dropLast(4))] : [])
    for twin in twins { if let path = paths.first(where: { Self.baseName($0) == twin }) { return path } }
    let nearest = Suggestion.nearest(to: name, among: Set(paths.map(Self.baseName)))
    return nearest.flatMap { base in paths.first { Self.baseName($0) == base } }
  }

  private static func baseName(_ path: String) -> String {
    String(path.fileName)
  }
}

extension CookbookFileLookup.Place {
  /// The place as people read it.
  fileprivate var words: String {
    switch self {
    case .sure(let path): path
    case .machine(_, let written): written
    }
  }
}
