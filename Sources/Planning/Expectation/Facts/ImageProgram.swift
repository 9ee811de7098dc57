package import Image
import Source

/// A program of an image, as one that starts it would find it.
package struct ImageProgram {
  /// Whether the kernel would start a program, as far as the files of an image tell.
  package enum State: Sendable { case startable, missing, unexecutable }

  /// Where programs are searched that are named without a slash, unless `PATH` says otherwise.
  package static let searchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
  /// How many links the kernel follows (path_resolution(7)).
  private static let mostLinks = 40

  private let image: any ImageView

  package init(in image: any ImageView) { self.image = image }

  /// A path counts from the working directory of the image, a name is looked up in the folders of a search path.
  ///
  /// What the image does not tell is taken for startable: it is no fault of the image.
  package func state(of name: String, searching path: String) -> State {
    if name.utf8.contains(UInt8(ascii: "/")) {
      let folder = image.configuration.value?.workingDirectory ?? ""
      return state(at: name.hasPrefix("/") ? name : "\(folder)/\(name)", links: 0)
    }
    let states = path.split(separator: ":").map { state(at: "\($0)/\(name)", links: 0) }
    if states.contains(.startable) { return .startable }
    return states.contains(.unexecutable) ? .unexecutable : .missing
  }

  private func state(at path: String, links: Int) -> State {
    guard links <= Self.mostLinks else { return .missing }
    guard let found = try? image.entry(at: path) else { return .startable }
    switch found {
    case .absent: return .missing
    case .unknown: return .startable
    case .value(let entry):
      guard entry.kind == .symlink, let target = entry.target else {
        return entry.kind == .file && entry.mode & 0o111 != 0 ? .startable : .unexecutable
      }
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      return state(at: target.hasPrefix("/") ? target : "/\(folder)/\(target)", links: links + 1)
    }
  }
}
