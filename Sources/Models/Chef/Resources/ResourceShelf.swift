import Source
import Synchronization

/// The table of the resources that come with Chef; only those that a run names are read.
package final class ResourceShelf: Sendable {
  private let files: [String: (path: String, bytes: [UInt8])]
  private let known = Mutex<[String: ResourceFacts]>([:])
  /// What answers to the names that several resources provide.
  private let candidates: [String: [ResourceCandidate]]

  /// The files of `rules/chef/resources`, known by their names.
  package init(_ files: [(path: String, bytes: [UInt8])]) {
    let named = files.map { file in
      let stem = file.path.fileName.utf8.prefix { $0 != UInt8(ascii: ".") }
      return (String(Substring(stem)), file)
    }
    self.files = Dictionary(named) { first, _ in first }
    candidates = self.files["names"].map { ResourceFile($0.bytes, path: $0.path).candidates } ?? [:]
  }

  /// A resource by its own name.
  package func facts(_ name: String) -> ResourceFacts? { facts(name, depth: 0) }

  private func facts(_ name: String, depth: Int) -> ResourceFacts? {
    if let facts = known.withLock({ $0[name] }) { return facts }
    guard depth < 8, name != "names", let file = files[name] else { return nil }
    let content = ResourceFile(file.bytes, path: file.path)
    let parent = content.parentName.flatMap { self.facts($0, depth: depth + 1) }
    let read = content.facts(named: name, over: parent)
    known.withLock { $0[name] = read }
    return read
  }

  /// What answers to a name that a recipe calls.
  package func answer(to name: String, on platform: ChefPlatform) -> Answer {
    guard let candidates = candidates[name] else {
      guard let facts = facts(name), facts.isCallable else { return .none }
      return .resource(facts)
    }
    for candidate in candidates {
      switch candidate.answers(on: platform) {
      case true?: return facts(candidate.resource).map { .resource($0) } ?? .none
      case nil: return facts(candidates.last?.resource ?? name).map { .unknown(like: $0) } ?? .none
      case false?: continue
      }
    }
    return .elsewhere
  }

  /// All that may answer to a name on a platform, as far as that is known.
  package func possible(_ name: String, on platform: ChefPlatform) -> [ResourceFacts] {
    guard let candidates = candidates[name] else { return facts(name).map { [$0] } ?? [] }
    return candidates.filter { $0.answers(on: platform) != false }.compactMap { facts($0.resource) }
  }

  /// What a name leads to.
  package enum Answer: Sendable {
    case resource(ResourceFacts)
    /// Which one cannot be told; what they have in common is that of one of them.
    case unknown(like: ResourceFacts)
    /// There are such resources, but for other platforms.
    case elsewhere
    case none
  }

  /// The names of all resources and second names.
  package var names: [String] { (files.keys.filter { $0 != "names" } + candidates.keys).sorted() }

  /// The resource whose class has a name: `AptPackage` → `apt_package`.
  package func name(ofClass className: String) -> String? {
    var name = ""
    for (index, letter) in className.enumerated() {
      if letter.isUppercase, index > 0, name.last?.isLowercase == true || name.last?.isNumber == true {
        name += "_"
      }
      name += letter.lowercased()
    }
    return files[name] != nil ? name : Self.oddClasses[className]
  }

  /// Classes whose names do not follow from those of their resources.
  private static let oddClasses = ["PlistResource": "plist"]
}
