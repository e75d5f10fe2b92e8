import type { Follower } from '../stores/live.ts'
import { onScopeDispose } from 'vue'
import { useLive } from '../stores/live.ts'

/** Lets stores follow the live stream as long as the calling component is on screen. */
export function useFollow(...followers: Follower[]) {
  const live = useLive()
  const ends = followers.map(follower => live.follow(follower))
  onScopeDispose(() => ends.forEach(end => end()))
}
