import DataSyntax
import Expectation
import Image
import Source

/// The files that the layers above the base brought, the uppermost layer's first and configuration before the rest.
struct AddedFilesProposal {
  /// A folder with more files is asserted as a folder.
  private static let mostInFolder = 8

  private let subject: ProposalSubject

  init(_ subject: ProposalSubject) { self.subject = subject }

  func proposal() throws(ImageError) -> Proposal {
    guard let layers = subject.layers, layers.layers.count > 1 else { return Proposal() }
    let packaged = try PackagedFiles(in: subject)
    var added: [(entry: ImageEntry, layer: Int)] = []
    for entry in try layers.entries(under: "/").value ?? [] where !VolatilePath.isOne(entry.path) {
      guard entry.kind != .directory, let layer = try layers.layer(of: entry.path), layer > 0,
        !packaged.holds(entry.path, layer: layer)
      else { continue }
      added.append((entry, layer))
    }
    let accounts = try subject.search.accounts().value
    let ranked = added.sorted { a, b in
      (-a.layer, Self.rank(a.entry.path)) < (-b.layer, Self.rank(b.entry.path))
        || a.layer == b.layer && Self.rank(a.entry.path) == Self.rank(b.entry.path)
          && a.entry.path.utf8.lexicographicallyPrecedes(b.entry.path.utf8)
    }
    let counts = Dictionary(grouping: added) { Self.folder(of: $0.entry.path) }.mapValues(\.count)
    var proposal = Proposal()
    var seen: Set<String> = []
    for (entry, _) in ranked {
      let folder = Self.folder(of: entry.path)
      if counts[folder, default: 0] > Self.mostInFolder {
        guard seen.insert(folder).inserted, let whole = try layers.entry(at: folder).value else { continue }
        proposal.things.append(thing(whole, accounts))
      } else {
        proposal.things.append(thing(entry, accounts))
      }
    }
    return proposal
  }

  private func thing(_ entry: ImageEntry, _ accounts: Accounts?) -> SpecDraft.Thing {
    var assertions: [SpecDraft.Assertion] = []
    switch entry.kind {
    case .symlink: assertions.append(.init("target", .string(entry.target ?? "")))
    case .directory: assertions.append(.init("type", .string("directory")))
    default: break
    }
    if entry.kind != .symlink {
      assertions.append(.init("mode", .string(FileMode(bits: entry.mode).octal)))
      if entry.owner != 0 {
        assertions.append(
          owner("owner", "uid", entry.owner, accounts?.users.first { $0.id == Int(entry.owner) }?.name))
      }
      if entry.group != 0 {
        assertions.append(
          owner("group", "gid", entry.group, accounts?.groups.first { $0.id == Int(entry.group) }?.name))
      }
    }
    return SpecDraft.Thing("files", DraftPath.literal(entry.path), assertions)
  }

  /// By name where it has one.
  private func owner(_ property: String, _ numeric: String, _ id: UInt32, _ name: String?)
    -> SpecDraft.Assertion
  {
    name.map { .init(property, .string($0)) } ?? .init(numeric, .integer(Int(id)))
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// Configuration says most, then what was put where people put things.
  private static func rank(_ path: String) -> Int {
    if path.hasPrefix("/etc/") { return 0 }
    let own = ["/usr/local/bin/", "/usr/local/sbin/", "/opt/", "/srv/", "/app/", "/usr/local/"]
    if own.contains(where: path.hasPrefix) { return 1 }
    return path.hasPrefix("/home/") || path.hasPrefix("/var/www/") || path.hasPrefix("/root/") ? 2 : 3
  }
}
