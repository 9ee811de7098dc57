import Packer
import Project

/// Decides how a provisioner's step is rehearsed, given the steps before it.
struct Rehearser {
  let input: ProvisionerInput
  let before: [Step]

  /// The rehearsal of a step.
  func rehearsal(_ work: ProvisionerWork) -> Rehearsal {
    work.rehearsal
  }
}
