import Engine
import Packer
import Plan

/// The user of a container that stands in for a machine, as SSH would let them in.
struct StandInAccount: Sendable {
  let name: String

  /// A command in the user's home.
  func call(of command: String) -> ContainerCommand {
    var call = ContainerCommand(["/bin/sh", "-c", "cd 2>/dev/null; (\(command))"], user: name)
    call.environment = ["USER": name, "LOGNAME": name]
    return call
  }

  /// A program that says where an upload goes, or fails where the user may not write.
  func placing(of destination: String) -> ContainerCommand {
    let script = """
      cd 2>/dev/null
      case $1 in
        /*) path=$1 ;;
        "~/"*) path=$PWD/${1#"~/"} ;;
        *) path=$PWD/$1 ;;
      esac
      folder=$path
      while [ ! -e "$folder" ] && [ "$folder" != / ]; do folder=$(dirname "$folder"); done
      [ -w "$folder" ] || { printf %s "$folder"; exit 1; }
      printf %s "$path"
      """
    return ContainerCommand(["/bin/sh", "-c", script, "sh", destination], user: name)
  }
}

extension ContainerStart {
  /// Who logs in, where the container stands in for a machine.
  var account: StandInAccount? { accountName.map { StandInAccount(name: $0) } }
}

extension ContainerWork {
  /// Where an upload goes; fails where a stand-in's user may not write, as on the machine.
  func place(of destination: String) async throws -> String {
    guard let account = start?.account else { return destination }
    let gathered = CollectedBytes()
    let end = try await needed().run(account.placing(of: destination)) { stream, bytes in
      if stream == .output { await gathered.append(bytes) }
    }
    let text = await gathered.text
    guard end == .exited(0) else {
      throw StepFailure(
        "`\(account.name)` may not write to `\(text)` for the upload to `\(destination)`: upload it to `/tmp`, "
          + "and move it with `sudo` in a `shell` provisioner")
    }
    return text
  }
}
