import DataSyntax
import Image
import Source
import Expectation

/// The units of systemd that the image enables beyond its base: the links that do it.
struct ServicesProposal {
  private let subject: ProposalSubject

  init(_ subject: ProposalSubject) { self.subject = subject }

  func proposal() throws(ImageError) -> Proposal {
    let links = try Self.links(in: subject.search.image)
    let known =
      try subject.base.map { (base) throws(ImageError) in Set(try Self.links(in: base.image)) } ?? []
    return Proposal(
      things: links.filter { !known.contains($0) }.map {
        SpecDraft.Thing("files", $0, [.init("type", .string("symlink"))])
      })
  }

  private static func links(in image: any ImageView) throws(ImageError) -> [String] {
    let entries = try image.entries(under: "/etc/systemd/system").value ?? []
    return entries.filter { entry in
      let parts = entry.path.split(separator: "/")
      return entry.kind == .symlink && parts.count == 5 && parts[3].hasSuffix(".wants")
    }.map(\.path)
  }
}
