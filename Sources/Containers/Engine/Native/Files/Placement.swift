import Glibc

/// Where something that is copied to a path of a container ends up.
struct Placement: Sendable, Hashable {
  enum Place: Sendable, Hashable {
    /// In the folder that is there.
    case inside(ContainerPath)
    /// At the path itself, in the place of a file that is there or not.
    case instead(ContainerPath, exists: Bool)
  }

  let place: Place

  /// Looks at what stands at the path; a link there is followed, also one to nothing.
  init(of path: ContainerPath) throws(EngineError) {
    var path = path
    for _ in 0..<40 {
      if path.text == "/" {
        place = .inside(path)
        return
      }
      guard let parent = try path.parent.folder() else {
        throw EngineError(
          .invalid, "there is no folder `\(path.parent)` in the container",
          help: "create it in an earlier step")
      }
      let status = try parent.status(path.name)
      switch status.map({ $0.st_mode & S_IFMT }) {
      case nil:
        place = .instead(path, exists: false)
        return
      case S_IFDIR:
        place = .inside(path)
        return
      case S_IFLNK:
        let target = "\(try parent.target(ofLink: path.name))"
        path = ContainerPath(target.hasPrefix("/") ? target : path.parent.text + "/" + target)
      default:
        place = .instead(path, exists: true)
        return
      }
    }
    throw EngineError(.invalid, "the links at `\(path)` of the container lead in a circle")
  }
}
