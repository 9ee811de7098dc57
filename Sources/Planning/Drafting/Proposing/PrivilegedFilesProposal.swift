import DataSyntax
import Expectation
import Image
import Source

/// The programs that run with the rights of their owner or group.
struct PrivilegedFilesProposal {
  private let subject: ProposalSubject

  init(_ subject: ProposalSubject) { self.subject = subject }

  func proposal() throws(ImageError) -> Proposal {
    let entries = try subject.search.image.entries(under: "/").value ?? []
    let programs = entries.filter { $0.kind == .file && $0.mode & 0o6000 != 0 }
    return Proposal(
      things: programs.map { entry in
        SpecDraft.Thing("files", entry.path, [.init("mode", .string(FileMode(bits: entry.mode).octal))])
      })
  }
}
