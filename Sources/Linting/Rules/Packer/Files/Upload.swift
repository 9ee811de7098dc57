import Packer
import Project
import ShellSyntax
import Source

/// An upload of a `file` provisioner, with what is known of the machine before it.
struct Upload {
  let build: Build
  let component: ConfiguredComponent
  let destination: OptionValue
  /// The path on the machine as it is written.
  let path: String

  /// The uploads of all builds whose destination is known.
  static func all(in project: Project) -> [Upload] {
    project.builds.flatMap { build in
      build.provisioners.compactMap { component in
        guard component.type.value == "file", component.options.string("direction") != "download",
          let destination = component.options["destination"], let path = destination.string, !path.isEmpty
        else { return nil }
        return Upload(build: build, component: component, destination: destination, path: path)
      }
    }
  }

  /// The path without its last part; of one that ends in a slash, all of it. Nil for the root itself.
  var folder: String? {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return nil }
    return String(path[..<slash])
  }

  /// Whether an earlier step may have made a path of the machine, or opened it to the user.
  func mayBePrepared(_ folder: String, in project: Project) -> Bool {
    let before = build.provisioners.filter { $0.position < component.position }
    // Chef and its like make whatever they are told to.
    if before.contains(where: {
      !["file", "shell", "shell-local", "sleep", "breakpoint"].contains($0.type.value)
    }) {
      return true
    }
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    let scripts = project.scripts.filter { $0.owner.build == build.name && !$0.isOnHost }
    let earlier = scripts.filter { $0.owner.position < component.position }
    let read = Set(earlier.map(\.owner.position))
    return before.contains { step in
      switch step.type.value {
      case "shell": !read.contains(step.position) || step.options["environment_vars"] != nil
      case "file": step.options.string("destination")?.hasPrefix(folder) == true
      default: false
      }
    } || earlier.contains { $0.script.text.bytes.mentions(name) || !$0.isShell }
  }
}
