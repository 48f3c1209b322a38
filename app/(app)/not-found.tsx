export { NothingHere as default } from '@/app/_frame/nothing-here'
