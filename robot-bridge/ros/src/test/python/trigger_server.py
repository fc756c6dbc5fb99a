"""Offers /trigger with rospy until it is killed, and counts the calls."""
import rospy
from std_srvs.srv import Trigger, TriggerResponse

calls = 0


def answer(_request):
    global calls
    calls += 1
    return TriggerResponse(success=True, message="call %d" % calls)


rospy.init_node("trigger_server", disable_signals=True)
rospy.Service("/trigger", Trigger, answer)
rospy.spin()
