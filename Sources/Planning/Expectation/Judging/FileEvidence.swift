import Diagnostics
import Image
import Matching
import Source

/// Says more about a property of a file that is not as expected.
struct FileEvidence {
  let entry: ImageEntry

  func lines(for expectation: Expectation, in search: ImageSearch) -> [String] {
    switch (expectation.property, expectation.matcher.form) {
    case ("mode", .text(let text)): mode(expected: text)
    case ("mode", _): ["actual    \(shown(FileMode(bits: entry.mode)))"]
    case ("owner", .text(let name)): owner(expected: name, in: search)
    case ("group", .text(let name)): group(expected: name, in: search)
    default: []
    }
  }

  private func mode(expected text: String) -> [String] {
    guard let mode = FileMode(text) else { return [] }
    return ["expected  \(shown(mode))", "actual    \(shown(FileMode(bits: entry.mode)))"]
  }

  private func shown(_ mode: FileMode) -> String { "\(mode.symbolic)  \(mode.octal)" }

  private func owner(expected name: String, in search: ImageSearch) -> [String] {
    guard let accounts = (try? search.accounts())?.value else { return [] }
    if let user = accounts.user(name) {
      return ["`\(name)` is uid \(user.id), the file belongs to uid \(entry.owner)"]
    }
    return ["the image has no user `\(name)`"] + near(name, accounts.users.map(\.name))
  }

  private func group(expected name: String, in search: ImageSearch) -> [String] {
    guard let accounts = (try? search.accounts())?.value else { return [] }
    if let group = accounts.group(name) {
      return ["`\(name)` is gid \(group.id), the file belongs to gid \(entry.group)"]
    }
    return ["the image has no group `\(name)`"] + near(name, accounts.groups.map(\.name))
  }

  private func near(_ name: String, _ names: [String]) -> [String] {
    Suggestion.nearest(to: name, among: names).map { ["it has `\($0)`"] } ?? []
  }
}
