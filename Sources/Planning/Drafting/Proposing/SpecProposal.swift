import DataSyntax
package import Expectation
package import Image

/// A spec of what matters in an image, within a number of assertions: what changes with every build is left out.
package struct SpecProposal {
  /// How many assertions a spec holds that people still read.
  package static let defaultBudget = 60

  private let subject: ProposalSubject
  private let budget: Int

  /// `search` looks at the image; `budget` is the most assertions that are made.
  package init(of search: ImageSearch, budget: Int) {
    subject = ProposalSubject(search)
    self.budget = budget
  }

  /// The draft; the same image gives the same one.
  package func draft() throws(ImageError) -> SpecDraft {
    var draft = SpecDraft()
    var purse = Purse(budget)
    let settings = ImageSettingsProposal(subject).proposal
    purse.take(settings, "image", into: &draft)
    purse.take(try AccountsProposal(subject).proposal(), "users", into: &draft)
    // Half of the rest, so that files have a place.
    purse.take(try PackagesProposal(subject).proposal(), "packages", upTo: purse.left / 2, into: &draft)
    var files = try ServicesProposal(subject).proposal()
    let privileged = try PrivilegedFilesProposal(subject).proposal
    files.things = privileged.things + files.things
    files.notes += privileged.notes
    let special = Set(files.things.map(\.name))
    files.things += try AddedFilesProposal(subject).proposal().things.filter { !special.contains($0.name) }
    purse.take(files, "files", into: &draft)
    draft.header = header(draft, left: purse.leftBehind)
    return draft
  }

  private func header(_ draft: SpecDraft, left: Int) -> [String] {
    var lines = [
      "What matters in `\(subject.search.image.reference)`, as `ovenproof spec init` saw it: a start, to be pruned and completed.",
      "Left out is what changes with every build (logs, caches, versions, times) and what looks like a secret.",
    ]
    if left > 0 {
      let things = left == 1 ? "1 thing more is" : "\(left) things more are"
      lines.append(
        "\(things) not asserted to keep it short; `--budget` raises the limit of \(budget) assertions.")
    }
    return lines
  }
}

/// Things of one kind, the most telling first, with comments for their section.
struct Proposal {
  var things: [SpecDraft.Thing] = []
  var notes: [String] = []
}

/// The assertions that may still be spent.
private struct Purse {
  private(set) var left: Int
  /// How many things were not taken.
  private(set) var leftBehind = 0

  init(_ budget: Int) { left = budget }

  /// Takes things in as long as they can be paid; they stand in the draft in the order of their names.
  mutating func take(
    _ proposal: Proposal, _ section: String, upTo limit: Int? = nil, into draft: inout SpecDraft
  ) {
    var share = min(limit ?? left, left)
    var taken: [SpecDraft.Thing] = []
    for thing in proposal.things {
      if thing.assertions.isEmpty { continue }
      guard thing.assertions.count <= share else {
        leftBehind += 1
        continue
      }
      share -= thing.assertions.count
      left -= thing.assertions.count
      taken.append(thing)
    }
    guard !taken.isEmpty else { return }
    draft.things += taken.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    if !proposal.notes.isEmpty { draft.notes[section, default: []] += proposal.notes }
  }
}
