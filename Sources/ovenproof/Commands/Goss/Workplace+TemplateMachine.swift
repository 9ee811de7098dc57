import Goss
import Host
import Sprig

extension Workplace {
  /// What the templates of specs may ask of this machine.
  var templateMachine: TemplateMachine {
    let disk = disk
    return TemplateMachine(environment: environment, now: HostEnvironment.now()) { path in
      do throws(HostError) {
        return .success(try disk.read(path, limit: 1 << 26))
      } catch {
        return .failure(TemplateMachineError(error.goWords(reading: path)))
      }
    }
  }
}
