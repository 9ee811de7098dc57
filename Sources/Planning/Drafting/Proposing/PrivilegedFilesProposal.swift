import DataSyntax
import Expectation
import Image
import Source

/// The programs that run with more rights than those of who runs them, and that there are no others.
struct PrivilegedFilesProposal {
  /// A longer list of exceptions nobody reads.
  private static let mostExceptions = 24

  private let entries: [ImageEntry]

  init(_ subject: ProposalSubject) throws(ImageError) {
    entries = try subject.search.image.entries(under: "/").value ?? []
  }

  var proposal: Proposal {
    var proposal = Proposal()
    if !entries.isEmpty { add(&proposal) }
    for entry in entries {
      var assertions: [SpecDraft.Assertion] = []
      if entry.kind == .file, entry.mode & 0o6000 != 0 {
        assertions.append(.init("mode", .string(FileMode(bits: entry.mode).octal)))
      }
      if let held = Self.capabilities(of: entry), !held.isEmpty {
        assertions.append(.init("capabilities", DraftMatcher.named("consist-of", .strings(held))))
      }
      if !assertions.isEmpty {
        proposal.things.append(SpecDraft.Thing("files", DraftPath.literal(entry.path), assertions))
      }
    }
    return proposal
  }

  /// What no path may be but those that are so now.
  private func add(_ proposal: inout Proposal) {
    let rules: [(property: String, value: JSONText, isBroken: (ImageEntry) -> Bool)] = [
      (FileFlags.setuid, .bool(false), { FileFlags.isSet(0o4000, on: $0) }),
      (FileFlags.setgid, .bool(false), { FileFlags.isSet(0o2000, on: $0) }),
      (
        "capabilities", DraftMatcher.named("have-len", .integer(0)),
        { $0.extendedAttributes[FileCapabilities.attribute] != nil && Self.capabilities(of: $0) != [] }
      ),
      (FileFlags.worldWritable, .bool(false), { FileFlags.isWorldWritable($0) }),
    ]
    var assertions: [SpecDraft.Assertion] = []
    var exceptions: Set<String> = []
    for rule in rules {
      let paths = entries.filter(rule.isBroken).map { DraftPath.literal($0.path) }
      guard exceptions.union(paths).count <= Self.mostExceptions else {
        proposal.notes.append("`\(rule.property)` is not guarded: \(paths.count) paths have it now.")
        continue
      }
      exceptions.formUnion(paths)
      assertions.append(.init(rule.property, rule.value))
    }
    guard !assertions.isEmpty else { return }
    let except = exceptions.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    proposal.things.append(
      SpecDraft.Thing(
        "files", "/**", settings: except.isEmpty ? [] : [.init("except", .strings(except))], assertions))
  }

  /// What a file lets its callers do; nil where it says nothing that a kernel takes.
  private static func capabilities(of entry: ImageEntry) -> [String]? {
    entry.extendedAttributes[FileCapabilities.attribute].flatMap { FileCapabilities($0) }?.held
  }
}
