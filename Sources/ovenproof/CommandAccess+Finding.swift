import Engine
import Image
import Verification

extension CommandAccess {
  /// A way to run a spec's commands, where this machine has one: in docker for its own images, else natively.
  static func to(
    _ found: FoundView, _ choice: EngineOptions.Choice?, in workplace: Workplace
  ) async -> CommandAccess {
    let name = found.view.reference
    do {
      let provider = EngineProvider(workplace: workplace)
      if found.place == .docker, choice == nil || choice == .docker {
        let docker = try await provider.engine(.docker)
        guard let image = try await docker.image(named: name) else {
          return .none("docker no longer has the image")
        }
        return .runner(CommandRunner(docker, image: image))
      }
      let (image, folders) = try workplace.locator.startable(found)
      let native = try await provider.engine(choice ?? .native(nil), in: folders)
      return .runner(CommandRunner(native, image: EngineImage(id: "\(image.digest)", name: name)))
    } catch let error as ImageError {
      return .none(error.message)
    } catch {
      return .none((error as? EngineError)?.message ?? "\(error)")
    }
  }
}
