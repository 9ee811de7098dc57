import DataSyntax
import Expectation
import Image
import Source

/// The packages that somebody asked for: not those that came with the base, nor as dependencies.
struct PackagesProposal {
  private let subject: ProposalSubject

  init(_ subject: ProposalSubject) { self.subject = subject }

  func proposal() throws(ImageError) -> Proposal {
    guard let database = try subject.search.packages().value else { return Proposal() }
    let names = Set(database.names.filter { !database.installed($0).isEmpty })
    let wanted = try asked(among: names)
    return Proposal(
      things: wanted.sorted().map { SpecDraft.Thing("packages", $0, [.init("installed", .bool(true))]) })
  }

  private func asked(among names: Set<String>) throws(ImageError) -> Set<String> {
    if let world = try subject.text(of: "/etc/apk/world") {
      let known = try subject.base.map { (base) throws(ImageError) in
        Self.world(try subject.text(of: "/etc/apk/world", in: base.image) ?? "")
      }
      return Self.world(world).subtracting(known ?? []).intersection(names)
    }
    var asked = names
    if let states = try subject.text(of: "/var/lib/apt/extended_states") {
      asked.subtract(Self.automatic(states))
    }
    if let base = try subject.base?.packages().value {
      return asked.filter { base.installed($0).isEmpty }
    }
    // Without a base to compare with, what every Debian has says nothing; elsewhere nothing tells what was asked for.
    guard let status = try subject.text(of: "/var/lib/dpkg/status") else { return [] }
    return asked.intersection(Self.optional(status)).subtracting(Self.needed(status))
  }

  /// Alpine's own list of what was asked for: names with constraints behind them.
  private static func world(_ text: String) -> Set<String> {
    Set(
      text.split(whereSeparator: { $0 == "\n" || $0 == " " }).map { word in
        String(word.prefix { !"=<>~@".contains($0) })
      }.filter { !$0.isEmpty && !$0.hasPrefix("!") && !$0.hasPrefix(".") })
  }

  /// The packages that apt calls automatic.
  private static func automatic(_ text: String) -> Set<String> {
    paragraphs(text).reduce(into: []) { names, fields in
      if fields["Auto-Installed"] == "1", let name = fields["Package"] { names.insert(name) }
    }
  }

  /// The installed packages that no Debian needs.
  private static func optional(_ text: String) -> Set<String> {
    paragraphs(text).reduce(into: []) { names, fields in
      guard let name = fields["Package"], fields["Essential"] != "yes" else { return }
      if fields["Priority"].map({ ["optional", "extra"].contains($0) }) ?? false { names.insert(name) }
    }
  }

  /// The packages that others depend on: they came along.
  private static func needed(_ text: String) -> Set<String> {
    paragraphs(text).reduce(into: []) { names, fields in
      for field in ["Depends", "Pre-Depends", "Recommends"] {
        for word in (fields[field] ?? "").split(whereSeparator: { ",|".contains($0) }) {
          names.insert(String(word.drop { $0 == " " }.prefix { !" (:".contains($0) }))
        }
      }
    }
  }

  /// The fields of paragraphs (deb822(5)), without continued lines.
  private static func paragraphs(_ text: String) -> [[String: String]] {
    var paragraphs: [[String: String]] = []
    var fields: [String: String] = [:]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if !fields.isEmpty { paragraphs.append(fields) }
        fields = [:]
      } else if !line.hasPrefix(" "), let colon = line.firstIndex(of: ":") {
        fields[String(line[..<colon])] = String(line[line.index(after: colon)...].drop { $0 == " " })
      }
    }
    if !fields.isEmpty { paragraphs.append(fields) }
    return paragraphs
  }
}
